// The rooms by floor, each with its devices and what is true of them now.

import { el } from './dom.js';
import { icon } from './icons.js';
import { ago, held, property, spaced, summary } from './words.js';

const ROOM_WIDTH = 320;
const HIDDEN_TYPES = new Set(['person']);

/** What can be said to a device at once, with a button each. */
const SAYINGS = [
  { action: 'turnOn', when: (of) => of('on') === false, say: 'Turn on' },
  { action: 'turnOff', when: (of) => of('on') === true, say: 'Turn off' },
  { action: 'start', when: (of) => of('on') === false, say: 'Turn on' },
  { action: 'stop', when: (of) => of('on') === true, say: 'Turn off' },
  { action: 'open', when: (of) => of('position') < 100, say: 'Open' },
  { action: 'close', when: (of) => of('position') > 0, say: 'Close' },
  { action: 'lock', when: (of) => of('locked') === false, say: 'Lock' },
  { action: 'unlock', when: (of) => of('locked') === true, say: 'Unlock' },
  { action: 'pause', when: (of) => of('playback') === 'playing', say: 'Pause' },
  { action: 'resume', when: (of) => of('playback') === 'paused', say: 'Resume' },
  { action: 'start', when: (of) => ['docked', 'paused'].includes(of('cleaning')), say: 'Start' },
  { action: 'dock', when: (of) => of('cleaning') === 'cleaning', say: 'Dock' },
];

export class Rooms {
  #root;
  #say;
  #rows = new Map();
  #devices = new Map();
  #states = {};
  #heard = new Map();

  /** @param say told what to say, and in which area, when a button of a device is pressed */
  constructor(root, say) {
    this.#root = root;
    this.#say = say;
    setInterval(() => this.#refreshAges(), 15_000);
  }

  /** Shows a home from scratch; what was unfolded stays so. */
  show(home, devices, states) {
    const open = new Set([...this.#rows].filter(([, row]) => row.root.open).map(([id]) => id));
    this.#states = states;
    this.#devices = new Map(devices.map((device) => [device.id, device]));
    this.#heard = new Map(devices.map(({ id, reports, lastHeard }) => [id, { reports, lastHeard }]));
    this.#rows.clear();
    this.#root.replaceChildren(...floors(home).map((floor) => this.#floor(floor, home, devices)));
    open.forEach((id) => this.#rows.get(id)?.root.setAttribute('open', ''));
  }

  /** A device said something. */
  state(id, state) {
    this.#states[id] = state;
    const reports = (this.#heard.get(id)?.reports ?? 0) + 1;
    this.#heard.set(id, { reports, lastHeard: new Date().toISOString() });
    this.#refresh(id, true);
  }

  availability(id, availability) {
    this.#states[id] = { properties: {}, ...this.#states[id], availability };
    this.#refresh(id, true);
  }

  #floor(floor, home, devices) {
    const areas = home.areas.filter((area) => area.floor === floor.id);
    const rooms = areas
      .map((area) => this.#room(area, devices.filter((device) => device.area === area.id)))
      .filter(Boolean);
    if (floor.id === null) {
      const rest = devices.filter((device) => !device.area && !HIDDEN_TYPES.has(device.type));
      const room = this.#room({ id: '', name: 'Everywhere' }, rest);
      if (room) rooms.push(room);
    }
    return rooms.length === 0
      ? ''
      : el('section', { class: 'floor' }, el('h2', { text: floor.name }),
          this.#columns(rooms));
  }

  /** Rooms side by side, each below the shortest column so far; anew when the width changes. */
  #columns(rooms) {
    const root = el('div', { class: 'rooms' });
    const arrange = (count) => {
      const columns = Array.from({ length: count }, () => ({ rows: 0, root: el('div', { class: 'column' }) }));
      for (const room of rooms) {
        const shortest = columns.reduce((best, each) => (each.rows < best.rows ? each : best));
        shortest.root.append(room);
        shortest.rows += 2 + room.querySelectorAll('.device').length;
      }
      root.replaceChildren(...columns.map((column) => column.root));
    };
    new ResizeObserver(() => {
      const count = Math.max(1, Math.floor(root.clientWidth / ROOM_WIDTH));
      if (count !== root.childElementCount) arrange(count);
    }).observe(root);
    arrange(1);
    return root;
  }

  #room(area, devices) {
    const shown = devices.filter((device) => !HIDDEN_TYPES.has(device.type));
    if (shown.length === 0) return null;
    const rows = shown.map((device) => this.#row(device, shortName(device, area)));
    return el('article', { class: 'room', 'data-area': area.id }, el('h3', { text: area.name }),
      el('div', { class: 'devices' }, ...rows));
  }

  #row(device, name) {
    const badge = el('span', { class: 'badge' }, icon(device));
    const words = el('span', { class: 'words' });
    const body = el('div', { class: 'more' });
    const root = el('details', { class: 'device', 'data-device': device.id },
      el('summary', {}, badge, el('span', { class: 'name', text: name }), words), body);
    root.addEventListener('toggle', () => this.#refresh(device.id, false));
    this.#rows.set(device.id, { root, words, body });
    this.#refresh(device.id, false);
    return root;
  }

  #refresh(id, changed) {
    const row = this.#rows.get(id);
    if (!row) return;
    const device = this.#devices.get(id);
    const state = this.#states[id];
    const { active, words } = summary(device, state);
    const away = state?.availability === 'offline';
    const stale = !away && Object.values(state?.properties ?? {}).some((known) => known.stale);
    row.root.classList.toggle('active', active && !away);
    row.root.classList.toggle('away', away);
    row.root.classList.toggle('stale', stale);
    const text = away ? 'not reachable' : words;
    if (changed && row.words.firstChild?.textContent !== text) flash(row.root);
    row.words.replaceChildren(el('span', { text }),
      stale ? el('small', { text: 'not confirmed' }) : '');
    if (row.root.open) this.#fill(row.body, device, state);
  }

  #fill(body, device, state) {
    const known = Object.entries(state?.properties ?? {});
    const lines = known.flatMap(([name, entry]) => [
      el('dt', { text: spaced(name) }),
      el('dd', {}, property(name, entry, true),
        el('small', { text: held(entry) })),
    ]);
    const value = (name) => state?.properties?.[name]?.value;
    const buttons = state?.availability === 'offline' ? [] : SAYINGS
      .filter((saying) => device.actions.includes(saying.action) && saying.when(value))
      .map((saying) => el('button', {
        type: 'button',
        text: saying.say,
        'aria-label': `${saying.say} ${device.name}`,
        onclick: () => this.#say(`${saying.say} the ${device.name.toLowerCase()}`, device.area),
      }));
    const called = [device.name, ...device.aliases].map((name) => `“${name}”`).join(', ');
    body.replaceChildren(el('dl', {}, ...lines), el('p', { class: 'quiet', text: `Call it ${called}` }),
      el('p', { class: 'quiet', text: reached(device, this.#heard.get(device.id)) }),
      buttons.length > 0 ? el('div', { class: 'chips' }, ...buttons) : '');
  }

  #refreshAges() {
    this.#rows.forEach((row, id) => row.root.open && this.#refresh(id, false));
  }
}

function floors(home) {
  const byLevel = [...home.floors].sort((one, other) => one.level - other.level);
  const outside = byLevel.length > 0 ? 'Outside and elsewhere' : 'Rooms';
  return [...byLevel, { id: null, name: outside }];
}

/** "By mqtt (homie), last heard 3 min ago, 12 reports". */
function reached(device, heard) {
  const by = device.convention ? `${device.link} (${device.convention})` : device.link;
  const away = device.availability === 'offline' && device.reason ? device.reason : null;
  const news = heard?.lastHeard
    ? `last heard ${ago(heard.lastHeard)}, ${heard.reports} ${heard.reports === 1 ? 'report' : 'reports'}`
    : 'not heard since Hearth started';
  return [by ? `By ${by}` : null, news, away].filter(Boolean).join(' · ');
}

/** "Kitchen light" is just "Light" in the kitchen; a garage door stays one. */
function shortName(device, area) {
  if (device.name.toLowerCase() === spaced(device.kind ?? '')) return device.name;
  const rest = device.name.toLowerCase().startsWith(`${area.name.toLowerCase()} `)
    ? device.name.slice(area.name.length + 1) : device.name;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function flash(element) {
  element.classList.remove('changed');
  void element.offsetWidth;
  element.classList.add('changed');
}
