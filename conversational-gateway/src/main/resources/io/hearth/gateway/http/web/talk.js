// The conversation: what was said, what Hearth answered, and what it asks back.

import { say } from './api.js';
import { el } from './dom.js';
import { sentence, spaced } from './words.js';
import { why } from './why.js';

const KEPT = 60;

export class Talk {
  #log;
  #scroll;
  #names;
  #entries = new Map();
  #pending = [];
  #waiting = [];

  /** @param names of devices by id */
  constructor(log, scroll, names) {
    this.#log = log;
    this.#scroll = scroll;
    this.#names = names;
  }

  /** Says something and shows what becomes of it. */
  async say(said, where) {
    const entry = this.#entry(said.text, where);
    entry.said = said;
    this.#settle();
    this.#pending.push(entry);
    this.#thinking(entry, '');
    try {
      this.#fill(entry, await say(said));
    } catch (problem) {
      this.#failed(entry, problem.message);
    }
    this.#pending = this.#pending.filter((other) => other !== entry);
    if (this.#pending.length === 0) this.#waiting.splice(0).forEach((turn) => this.turn(turn));
  }

  /** A turn ended, perhaps one that was said elsewhere. */
  turn(turn) {
    const entry = this.#entries.get(turn.id);
    if (entry?.done) return;
    if (this.#pending.length > 0 && !entry?.foreign) {
      this.#waiting.push(turn);
      return;
    }
    this.#fill(entry ?? this.#entry(turn.heard, ''), turn);
  }

  /** Something to tell before a turn has ended. */
  progress(id, text) {
    let entry = this.#entries.get(id) ?? this.#pending.find((each) => !each.id);
    if (!entry) {
      entry = this.#entry('', '');
      entry.foreign = true;
    }
    if (entry.done) return;
    entry.id = id;
    this.#entries.set(id, entry);
    this.#thinking(entry, text);
  }

  get isEmpty() {
    return this.#log.childElementCount === 0;
  }

  #entry(text, where) {
    const answer = el('div', { class: 'answer' });
    const heard = text
      ? el('p', { class: 'heard' }, el('span', { text }), where ? el('small', { text: where }) : null)
      : '';
    const root = el('li', { class: 'turn' }, heard, answer);
    this.#log.append(root);
    while (this.#log.childElementCount > KEPT) this.#log.firstElementChild.remove();
    this.#toEnd();
    return { root, answer, done: false };
  }

  #thinking(entry, text) {
    entry.answer.className = 'answer thinking';
    entry.answer.replaceChildren(el('p', { class: 'reply' },
      text || el('span', { class: 'hidden', text: 'Thinking' }),
      el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'))));
    this.#toEnd();
  }

  #fill(entry, turn) {
    const shown = this.#entries.get(turn.id);
    if (shown && shown !== entry) shown.root.remove();
    entry.id = turn.id;
    entry.done = true;
    this.#entries.set(turn.id, entry);
    this.#settle();
    entry.root.dataset.turn = turn.id;
    entry.answer.className = `answer ${turn.decision}`;
    entry.answer.replaceChildren(
      el('p', { class: 'reply', text: turn.reply }),
      this.#outcomes(turn),
      this.#ask(entry, turn),
      why(turn, this.#names));
    this.#toEnd();
  }

  /** A question is open only until something else is said. */
  #settle() {
    this.#log.querySelectorAll('.ask').forEach((ask) => ask.remove());
  }

  #failed(entry, line) {
    entry.done = true;
    entry.answer.className = 'answer failed';
    entry.answer.replaceChildren(el('p', { class: 'reply', text: line }), entry.said
      ? el('div', { class: 'chips ask confirm' }, el('button', {
          type: 'button', text: 'Try again', onclick: () => this.#again(entry, entry.said.text),
        }))
      : '');
    this.#toEnd();
  }

  #outcomes(turn) {
    const lines = turn.outcomes.map((outcome) => {
      const name = this.#names.get(outcome.device) ?? outcome.device;
      const good = outcome.outcome === 'acknowledged';
      const result = good ? 'accepted' : `${spaced(outcome.outcome)}${outcome.reason ? ` (${outcome.reason})` : ''}`;
      return el('li', { class: good ? 'good' : 'bad' },
        el('span', { text: `${name}: ${spaced(outcome.action)}${values(outcome.args)}` }),
        el('small', { text: result }));
    });
    return lines.length > 0 ? el('ul', { class: 'outcomes' }, ...lines) : '';
  }

  /** Buttons for what Hearth asks back. */
  #ask(entry, turn) {
    const choices = turn.decision === 'confirm' ? ['Yes', 'No']
      : turn.decision === 'clarify' ? candidates(turn) : [];
    return choices.length === 0 ? '' : el('div', { class: `chips ask ${turn.decision}` }, ...choices.map((choice) =>
      el('button', { type: 'button', text: choice, onclick: () => this.#again(entry, choice, turn) })));
  }

  /** Goes on in the conversation of an entry. */
  #again(entry, text, turn) {
    const same = entry.said ?? { dialogue: turn.dialogue };
    this.say({ ...same, text }, '');
  }

  #toEnd() {
    requestAnimationFrame(() => this.#scroll.scrollTo({ top: this.#scroll.scrollHeight }));
  }
}

/** What to say to choose each candidate: its label, with what is to be done where labels are alike. */
function candidates(turn) {
  const asked = turn.alternatives.filter((each) => each.candidate);
  const alike = new Set(asked.map((each) => each.label)).size < asked.length;
  return [...new Set(asked.map((each) => (alike ? `${sentence(each.intent)} ${each.label}` : each.label)))];
}

function values(args) {
  const texts = Object.values(args).map((value) => (typeof value === 'object' ? value.name ?? '' : String(value)));
  return texts.filter(Boolean).length > 0 ? ` ${texts.join(' ')}` : '';
}
