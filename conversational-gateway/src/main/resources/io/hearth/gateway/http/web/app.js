// The page: puts rooms and conversation together and keeps them true.

import { follow, get } from './api.js';
import { el, remember, remembered } from './dom.js';
import { showProblems } from './problems.js';
import { Rooms } from './rooms.js';
import { Talk } from './talk.js';

const EARLIER_TURNS = 8;
const HISTORY = 50;
const PROBLEMS_MILLIS = 30_000;

const $ = (id) => document.getElementById(id);
const names = new Map();
const talk = new Talk($('log'), $('scroll'), names);
const rooms = new Rooms($('rooms'), (text, area) => send(text, area));
const history = remembered('history', []);
let place = history.length;
let home = null;
let waiting = null;

// --- What is true ---------------------------------------------------------------------------------

async function load() {
  const [described, { devices }, { state }, { problems }] = await Promise.all([
    get('api/home'), get('api/devices'), get('api/state'), get('api/problems'),
  ]);
  const first = home === null;
  home = described;
  names.clear();
  devices.forEach((device) => names.set(device.id, device.name));
  document.title = `${home.name} · Hearth`;
  $('home-name').textContent = home.name;
  rooms.show(home, devices, state);
  showProblems($('problems'), problems);
  people(devices, state);
  choices();
  clock();
  if (first) {
    suggest(devices);
    const { turns } = await get(`api/turns?limit=${EARLIER_TURNS}`);
    turns.reverse().forEach((turn) => talk.turn(turn));
    welcome();
    if (talk.isEmpty && history.length === 0) show('talk');
  }
}

/** Loads anew once, however many events ask for it. */
function reload() {
  clearTimeout(waiting);
  waiting = setTimeout(() => load().catch(lost), 300);
}

const whereabouts = new Map();

function people(devices, state) {
  whereabouts.clear();
  devices.filter((device) => device.person).forEach((device) => {
    whereabouts.set(device.id, { name: device.name, state: state[device.id] });
  });
  showPeople();
}

function showPeople() {
  $('people').replaceChildren(...[...whereabouts.values()].map(({ name, state }) => {
    const location = state?.properties?.location?.value;
    const area = home.areas.find((each) => each.id === state?.properties?.area?.value);
    const where = location === 'home' ? area?.name ?? 'home' : location ?? '';
    return el('li', { class: location === 'home' ? '' : 'away' },
      el('b', { text: name }), el('span', { text: where }));
  }));
}

function event(happened) {
  switch (happened.type) {
    case 'state':
      rooms.state(happened.device, happened.state);
      if (whereabouts.has(happened.device)) {
        whereabouts.get(happened.device).state = happened.state;
        showPeople();
      }
      break;
    case 'availability':
      rooms.availability(happened.device, happened.availability);
      break;
    case 'device':
    case 'devices':
    case 'removed':
      reload();
      break;
    case 'progress':
      talk.progress(happened.turn, happened.text);
      welcome();
      break;
    case 'turn':
      talk.turn(happened.turn);
      welcome();
      break;
    default:
  }
}

// --- Connection -----------------------------------------------------------------------------------

function connected() {
  $('connection').hidden = true;
  document.body.classList.remove('lost');
  load().catch(lost);
}

function lost() {
  $('connection').textContent = 'Connection to Hearth lost. Trying again …';
  $('connection').hidden = false;
  document.body.classList.add('lost');
}

// --- Talking --------------------------------------------------------------------------------------

function send(text, area = $('area').value) {
  const user = $('user').value;
  const said = { text, ...(area && { area }), ...(user && { user }) };
  const where = [labelOf($('area'), area), user && labelOf($('user'), user)].filter(Boolean);
  if (history.at(-1) !== text) {
    history.push(text);
    history.splice(0, history.length - HISTORY);
    remember('history', history);
  }
  place = history.length;
  show('talk');
  talk.say(said, where.join(' · '));
  welcome();
}

function labelOf(select, value) {
  return value ? [...select.options].find((option) => option.value === value)?.text : '';
}

function choices() {
  fill($('area'), 'no room', home.areas, 'area');
  fill($('user'), 'somebody', home.people, 'user');
}

function fill(select, none, entries, key) {
  const known = remembered(key, select.id === 'area' ? entries[0]?.id : '');
  select.replaceChildren(new Option(none, ''), ...entries.map((each) => new Option(each.name, each.id)));
  select.value = entries.some((each) => each.id === known) ? known : '';
}

function suggest(devices) {
  const has = (test) => devices.some(test);
  const ideas = [
    has((d) => d.actions.includes('setBrightness')) && 'Set the lights to 40 percent',
    has((d) => d.type === 'light') && 'Turn off the lights',
    has((d) => d.capabilities.includes('TemperatureMeasurement')) && 'What is the temperature?',
    has((d) => d.kind === 'open') && 'Is any window open?',
    has((d) => d.kind === 'garage_door') && 'Open the garage door',
    has((d) => d.type === 'coffee_maker') && 'Make coffee',
    has((d) => d.actions.includes('play')) && 'Play some music',
    'What time is it?',
  ].filter(Boolean);
  $('suggestions').replaceChildren(...ideas.slice(0, 6).map((idea) => el('li', {},
    el('button', { type: 'button', text: idea, onclick: () => send(idea) }))));
}

function welcome() {
  $('welcome').hidden = !talk.isEmpty;
}

$('composer').addEventListener('submit', (submit) => {
  submit.preventDefault();
  const text = $('text').value.trim();
  if (text) {
    $('text').value = '';
    send(text);
  }
});

$('text').addEventListener('keydown', (key) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[key.key];
  if (key.key === 'Escape') $('text').value = '';
  if (!step || history.length === 0) return;
  key.preventDefault();
  place = Math.min(history.length, Math.max(0, place + step));
  $('text').value = history[place] ?? '';
});

for (const key of ['area', 'user']) {
  $(key).addEventListener('change', () => remember(key, $(key).value));
}

addEventListener('keydown', (key) => {
  if (key.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) {
    key.preventDefault();
    $('text').focus();
  }
});

// --- Around it ------------------------------------------------------------------------------------

function show(view) {
  document.body.dataset.view = view;
  $('view-home').setAttribute('aria-pressed', String(view === 'home'));
  $('view-talk').setAttribute('aria-pressed', String(view === 'talk'));
}

$('view-home').addEventListener('click', () => show('home'));
$('view-talk').addEventListener('click', () => show('talk'));
$('text').addEventListener('focus', () => show('talk'));

function clock() {
  if (!home) return;
  $('clock').textContent = new Intl.DateTimeFormat(undefined, {
    weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: home.timezone,
  }).format(new Date());
}

async function lookForProblems() {
  if (home) showProblems($('problems'), (await get('api/problems')).problems);
}

setInterval(clock, 5000);
setInterval(() => lookForProblems().catch(() => {}), PROBLEMS_MILLIS);
follow({ connected, lost, event });
