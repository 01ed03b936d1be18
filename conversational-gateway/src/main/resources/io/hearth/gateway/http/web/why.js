// Why a turn came out as it did: what competed, how probable it was, and what spoke for it.

import { el } from './dom.js';
import { sentence } from './words.js';

const STRONGEST = 3;

/** Something to unfold; empty when there is nothing to tell. */
export function why(turn, names) {
  const rivals = competitors(turn, names);
  if (!turn.why && turn.evidence.length === 0) return '';
  const body = el('div', { class: 'why-body' });
  if (turn.why) body.append(el('p', { text: turn.why }));
  if (rivals.length > 0) body.append(el('h4', { text: 'What it could have meant' }), bars(rivals));
  if (turn.evidence.length > 0) {
    body.append(el('h4', { text: 'What spoke for and against' }), reasons(turn.evidence, rivals));
  }
  const details = el('details', { class: 'why' }, el('summary', { text: 'Why?' }), body);
  details.addEventListener('toggle', () => details.open && details.scrollIntoView({ block: 'nearest' }));
  return details;
}

function competitors(turn, names) {
  const chosen = { number: 0, label: chosenLabel(turn, names), intent: turn.intent, score: turn.score };
  const others = turn.alternatives.map((other, index) => ({ number: index + 1, ...other }));
  if (turn.decision === 'clarify') {
    const best = others.find((other) => other.candidate && sameMeaning(other, turn));
    if (best) return others.map((other) => (other === best ? { ...other, number: 0 } : other));
  }
  return [{ ...chosen, chosen: turn.decision !== 'decline' }, ...others];
}

function sameMeaning(other, turn) {
  return other.intent === turn.intent && other.targets.join() === turn.targets.join();
}

function chosenLabel(turn, names) {
  if (turn.intent === 'OutOfDomain') return 'Nothing for the home';
  const all = turn.targets.map((id) => names.get(id) ?? id);
  return all.length > 3 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(', ');
}

function bars(rivals) {
  return el('ul', { class: 'bars' }, ...rivals.map((rival) => {
    const percent = Math.round(rival.score * 1000) / 10;
    const bar = el('span', { class: 'bar' });
    bar.style.setProperty('--part', rival.score);
    const intent = rival.intent === 'OutOfDomain' ? '' : sentence(rival.intent);
    return el('li', { class: rival.chosen ? 'chosen' : '' },
      el('span', { class: 'rival', text: [intent, rival.label].filter(Boolean).join(': ') }),
      el('span', { class: 'percent', text: `${percent} %` }), bar);
  }));
}

function reasons(evidence, rivals) {
  const strongest = Math.max(STRONGEST, ...evidence.map((reason) => Math.abs(reason.weight)));
  return el('ul', { class: 'reasons' }, ...evidence.map((reason) => {
    const rival = rivals.find((each) => each.number === reason.hypothesis);
    const side = reason.weight >= 0 ? 'for' : 'against';
    const bar = el('span', { class: `weight ${side}` });
    bar.style.setProperty('--part', Math.abs(reason.weight) / strongest);
    return el('li', {}, bar, el('span', {}, reason.name,
      el('small', { text: ` ${side} ${rival?.label || sentence(rival?.intent ?? 'this')}` })));
  }));
}
