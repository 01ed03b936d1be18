// What went wrong with what devices say: a quiet line below the rooms, more on request.

import { el } from './dom.js';
import { ago } from './words.js';

/** Shows the problems, or nothing where there are none. */
export function showProblems(root, problems) {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  root.hidden = problems.length === 0;
  root.querySelector('summary').textContent = `${count} with what devices say`;
  root.querySelector('ul').replaceChildren(...problems.map(line));
}

function line(problem) {
  const times = problem.count === 1 ? ago(problem.last) : `${problem.count} times, last ${ago(problem.last)}`;
  return el('li', {},
    el('b', { text: problem.reason }),
    el('span', { text: [problem.place, problem.link].filter(Boolean).join(' · ') }),
    problem.head ? el('code', { text: problem.head }) : null,
    el('small', { text: times }));
}
