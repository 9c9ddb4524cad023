// The figures beside their budgets. Sizes and shifts are the same on every machine and decide; times only warn.

export const budgets = {
  /** Cumulative layout shift. */
  shift: 0.02,
  /** First-load JavaScript, kB gzipped. */
  script: 200,
  /** Interaction to next paint, ms. */
  interaction: 100,
  /** Press on a section to its heading, ms. */
  section: 100,
};

const over = (value, budget) => (value > budget ? 'OVER' : 'ok');
const ms = (value) => `${Math.round(value)} ms`;
const times = (value) => `×${value.toFixed(1)}`;

function table(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ');
  return `\n${title}\n${all.map(line).join('\n')}\n`;
}

/** The tables as text. */
export function asText({ pages, steps, switches }) {
  const pageRows = pages.map(({ path, width, shift, script, ready, largest, ratio }) => [
    path,
    String(width),
    `${shift.toFixed(4)} ${over(shift, budgets.shift)}`,
    `${script.toFixed(1)} kB ${over(script, budgets.script)}`,
    ms(ready),
    ms(largest),
    times(ratio),
  ]);
  const stepRows = steps.map(({ step, width, took, worst, shift, failed }) => [
    step,
    String(width),
    `${took < 16 ? '< 16 ms' : ms(took)} ${over(took, budgets.interaction)}`,
    failed ? `FAILED ${failed}` : worst.name ? `${worst.name}, waited ${worst.waited}, worked ${worst.worked}` : '',
    `${shift.toFixed(4)} ${over(shift, budgets.shift)}`,
  ]);
  const sectionRows = switches.sections.map(({ path, took, first, bare, ratio }) => [
    path,
    `${ms(took)} ${over(took, budgets.section)}`,
    ms(first),
    ms(bare),
    times(ratio),
  ]);
  return [
    table(
      `First load (CLS < ${budgets.shift}, JavaScript ≤ ${budgets.script} kB)`,
      ['page', 'width', 'CLS', 'JavaScript', 'DOM ready', 'largest paint', 'to bare fetch'],
      pageRows,
    ),
    table(`Interaction to next paint on /orders (< ${budgets.interaction} ms)`, ['step', 'width', 'worst', 'event', 'CLS'], stepRows),
    table(
      `Section switch at 1440, median of five (< ${budgets.section} ms)`,
      ['section', 'heading painted', 'first time', 'bare fetch', 'to bare fetch'],
      sectionRows,
    ),
    `CLS over all switches ${switches.shift.toFixed(4)} ${over(switches.shift, budgets.shift)}\n`,
  ].join('');
}

/** What moved, and what kept the main thread, wherever a budget is passed. */
export function causes({ pages, steps, switches }) {
  const shifted = [...pages, ...steps, { path: 'section switch', ...switches }].filter(({ shift }) => shift > budgets.shift);
  const slow = steps.filter(({ took }) => took > budgets.interaction);
  return [
    ...shifted.map(({ path, step, width = 1440, moved }) => {
      const what = moved.map(({ value, at, moved: nodes }) => `  ${value.toFixed(4)} at ${Math.round(at)} ms\n    ${nodes.join('\n    ')}`);
      return `${step ?? path} at ${width} shifts:\n${what.join('\n')}`;
    }),
    ...slow.map(({ step, width, took, worst, slow: frames }) => {
      const what = frames.map(({ duration, by }) => `  frame of ${duration} ms: ${by.join('; ')}`);
      return `${step} at ${width} took ${took} ms on ${worst.name} at ${worst.target}:\n${what.join('\n')}`;
    }),
  ].join('\n');
}

/** Whether a budget that decides is passed – shifts while loading, and size –, or a step found nothing to measure. */
export function isOver({ pages, steps }) {
  return steps.some(({ failed }) => failed) || pages.some(({ shift, script }) => shift > budgets.shift || script > budgets.script);
}
