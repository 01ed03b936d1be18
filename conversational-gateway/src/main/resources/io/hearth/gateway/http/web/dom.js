// Builds elements; all text goes in as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties (class, text, dataset, on…, attributes) and children. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'class') element.className = value;
    else if (key === 'text') element.textContent = value;
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A line drawing of 24 by 24. */
export function drawing(paths) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths);
  svg.append(path);
  return svg;
}

/** A choice of a list that is remembered between visits. */
export function remembered(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`hearth.${key}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(`hearth.${key}`, JSON.stringify(value));
  } catch {
    // private windows forget, and that is fine
  }
}
