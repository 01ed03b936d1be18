// What is true of a device, in a few words.

/** A number to one decimal, whole where whole. */
export function figure(number) {
  return String(Math.round(number * 10) / 10);
}

/** A value with its unit: "21.5 °C". */
export function quantity(property) {
  const { value, unit } = property;
  if (typeof value === 'number') return unit ? `${figure(value)} ${unit}` : figure(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join(', ');
  return plain(value);
}

function plain(value) {
  if (value && typeof value === 'object') {
    return String(value.title ?? value.name ?? value.label ?? value.time
      ?? Object.entries(value).map(([key, entry]) => `${spaced(key)} ${plain(entry)}`).join(', '));
  }
  return String(value).replaceAll('_', ' ');
}

/** "targetTemperature" as "target temperature". */
export function spaced(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
}

/** "SetBrightness" as "Set brightness", "QueryState" as "Ask about". */
export function sentence(name) {
  if (name === 'QueryState') return 'Ask about';
  const words = spaced(name.replace(/^Query/, 'Ask'));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How long ago, roughly. */
export function ago(time, now = Date.now()) {
  const seconds = Math.max(0, (now - Date.parse(time)) / 1000);
  if (seconds < 10) return 'just now';
  if (seconds < 90) return `${Math.round(seconds)} s ago`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86400)} days ago`;
}

const YES_NO = {
  on: ['on', 'off'],
  open: ['open', 'closed'],
  doorOpen: ['door open', 'door closed'],
  locked: ['locked', 'unlocked'],
  motion: ['motion', 'quiet'],
  occupied: ['somebody there', 'nobody there'],
  ringing: ['ringing', 'silent'],
  smoke: ['smoke!', 'no smoke'],
  moisture: ['wet', 'dry'],
  muted: ['muted', 'not muted'],
};

/** One property in words: "on", "40 %", "humidity 40 %". */
export function property(name, state, alone = false) {
  if (typeof state.value === 'boolean') {
    const words = YES_NO[name] ?? [spaced(name), `no ${spaced(name)}`];
    return words[state.value ? 0 : 1];
  }
  return alone || state.unit === '°C' ? quantity(state) : `${spaced(name)} ${quantity(state)}`;
}

/** What matters most about a device now: words, and whether it is doing something. */
export function summary(device, state) {
  const known = state?.properties ?? {};
  const value = (name) => known[name]?.value;
  const told = (name) => (known[name] ? quantity(known[name]) : null);
  const of = (active, ...words) => ({ active, words: words.filter(Boolean).join(' · ') });

  if (Object.keys(known).length === 0) return of(false, 'no news yet');
  if ('position' in known) return cover(device, value('position'), value('moving'), of);
  if ('locked' in known) {
    return of(value('locked') === false, value('jammed') ? 'jammed' : null, property('locked', known.locked));
  }
  if ('playback' in known) {
    const playback = value('playback');
    const playing = playback === 'playing' || playback === 'paused';
    return of(playback === 'playing', plain(playback), playing ? told('media') : null,
      value('muted') ? 'muted' : null);
  }
  if (device.type === 'thermostat' || 'mode' in known) {
    const off = value('mode') === 'off';
    return of(false, told('temperature'), off ? 'off' : value('targetTemperature') !== undefined && `set to ${told('targetTemperature')}`);
  }
  if ('cleaning' in known) {
    return of(value('cleaning') === 'cleaning', told('cleaning'), value('battery') !== undefined && `battery ${told('battery')}`);
  }
  if ('operation' in known) {
    return of(value('operation') === 'running', told('operation'), value('operation') === 'running' ? told('program') : null);
  }
  if ('ringing' in known) {
    if (value('ringing')) return of(true, 'ringing');
    const next = (value('alarms') ?? []).filter((alarm) => alarm.enabled !== false);
    return of(false, next.length > 0 ? `set for ${next.map((alarm) => alarm.time).join(', ')}` : 'no alarm set');
  }
  if (typeof value('on') === 'boolean') {
    if (!value('on')) return of(false, 'off');
    const heat = device.traits.includes('heat') || device.type === 'oven';
    return of(true, 'on', told('brightness') ?? told('fanSpeed') ?? (heat ? told('temperature') : null));
  }
  const measured = device.kind && known[device.kind] ? [device.kind] : Object.keys(known).slice(0, 2);
  const alert = measured.some((name) => value(name) === true);
  return of(alert, ...measured.map((name) => property(name, known[name], measured.length === 1)));
}

/** How long a value has held; empty where nobody has told it yet. */
export function held(entry) {
  if (entry.source === 'described') return 'as described, not reported yet';
  if (entry.stale) return `last said ${ago(entry.reportedAt)}`;
  const words = ago(entry.since);
  return words === 'just now' ? 'just now' : `for ${words.replace(/ ago$/, '')}`;
}

/** A blind may be open all day; a garage door that is open is worth a look. */
function cover(device, position, moving, of) {
  const place = position === 0 ? 'closed' : position === 100 ? 'open' : `${figure(position)} % open`;
  if (moving === 'opening' || moving === 'closing') return of(true, moving, `${figure(position)} %`);
  return of(position > 0 && device.traits.includes('security'), place);
}
