const weightsOf10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const weightsOf12 = [
  [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  [3, ...[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]],
];

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11) % 10;
}

/** Whether a taxpayer number's own check digits agree: one of a company's ten, two of a person's twelve. */
export function isInn(text: string): boolean {
  if (!/^(\d{10}|\d{12})$/.test(text)) return false;
  const digits = [...text].map(Number);
  const checks = digits.length === 10 ? [weightsOf10] : weightsOf12;
  return checks.every((weights) => checkDigit(digits, weights) === digits[weights.length]);
}
