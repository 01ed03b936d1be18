// Line drawings for devices, by kind first, then by type.

import { drawing } from './dom.js';

const PATHS = {
  light: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.8 10.6c.7.6.8 1.2.8 2.4h6c0-1.200.1-1.800.8-2.400A6 6 0 0 0 12 3Z',
  lamp: 'M8 3h8l3 8H5zM12 11v8M8.500 21h7M12 19v2',
  oven: 'M4 4h16v16H4zM4 8.500h16M7.500 6.200h.01M11 6.200h.01M7.500 12h9v4.500h-9z',
  thermometer: 'M12 3a2 2 0 0 0-2 2v8.600a4 4 0 1 0 4 0V5a2 2 0 0 0-2-2ZM12 9v7.500',
  speaker: 'M7 3h10v18H7zM12 17a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 7h.01',
  tv: 'M3 5h18v12H3zM9 20.500h6',
  cup: 'M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.500h1.500a2.500 2.500 0 0 1 0 5H16M8.500 3v2.500M12.500 3v2.500',
  kettle: 'M8 8h8l2 11H6zM9.500 8a2.500 2.500 0 0 1 5 0M18 11c2 0 3-1 3-3M12 4V3',
  window: 'M5 3h14v18H5zM12 3v18M5 12h14',
  blind: 'M4 4h16M5.500 8h13M5.500 12h13M5.500 16h13M12 16v4M12 20.500h.01',
  thermostat: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 12l3-3.500M12 6.500v.01M6.500 12h.01M17.500 12h.01',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1 1M17.400 17.400l1 1M18.400 5.600l-1 1M6.600 17.400l-1 1',
  vacuum: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM7 6.500h10',
  motion: 'M13 5.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM12.500 8 9.500 13l3.500 2.500V21M9.500 13 7 21M12.500 8l2.500 3.500 3 .5M12.500 8 8 9.500 6.500 12.500',
  lock: 'M6 11h12v9.500H6zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11M12 15v2',
  garage: 'M3.500 21V9.500L12 4l8.500 5.500V21M7 21v-8.500h10V21M7 15.500h10M7 18.300h10',
  door: 'M6 21V3.500h12V21M3.500 21h17M14.500 12h.01',
  clock: 'M12 20.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM12 9v4l2.500 2M4 6l3-2.500M20 6l-3-2.500',
  fan: 'M12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2ZM12 11c-3-2-3-7 0-8 3 1 3 6 0 8ZM13 12.500c3.500-1.200 7.400 1.800 6.600 4.900-2.300 2-6.600-1.400-6.600-4.900ZM11 12.500c0 3.500-4.300 6.900-6.600 4.900-.8-3.100 3.100-6.100 6.600-4.900Z',
  plug: 'M9 3v5M15 3v5M6.500 8h11v3a5.500 5.500 0 0 1-11 0zM12 16.500V21',
  drop: 'M12 3.500c3 4 5.500 6.500 5.500 10a5.500 5.500 0 0 1-11 0c0-3.500 2.500-6 5.500-10Z',
  shield: 'M12 3l7 2.500v5.500c0 4.500-3 8-7 10-4-2-7-5.500-7-10V5.500z',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  dot: 'M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
};

const BY_KIND = {
  garage_door: 'garage', gate: 'garage', blind: 'blind', curtain: 'blind', shade: 'blind',
  shutter: 'blind', awning: 'blind', door: 'door', temperature: 'thermometer', motion: 'motion',
  occupied: 'motion', open: 'window', window: 'window', illuminance: 'sun', humidity: 'drop',
  moisture: 'drop',
};

const BY_TYPE = {
  light: 'light', oven: 'oven', cooktop: 'oven', microwave: 'oven', media_player: 'tv',
  coffee_maker: 'cup', kettle: 'kettle', cover: 'blind', thermostat: 'thermostat',
  vacuum: 'vacuum', mower: 'vacuum', lock: 'lock', alarm_clock: 'clock', timer: 'clock',
  fan: 'fan', outlet: 'plug', switch: 'plug', humidifier: 'drop', dehumidifier: 'drop',
  valve: 'drop', sprinkler: 'drop', alarm_panel: 'shield', siren: 'shield', camera: 'dot',
  todo_list: 'list', calendar: 'list', sensor: 'dot', weather: 'sun', refrigerator: 'door',
};

export function icon(device) {
  let name = BY_KIND[device.kind] ?? BY_TYPE[device.type] ?? 'dot';
  if (device.type === 'media_player' && !device.traits.includes('screen')) name = 'speaker';
  if (device.type === 'light' && /lamp/i.test(device.name)) name = 'lamp';
  return drawing(PATHS[name]);
}
