import { ProblemError } from '../base/problem-error.ts';

/** The texts of a refusal because the paragraph has changed; null for any other, and where the paragraph is gone. */
export function changedTexts(problem: Error | null): { before: string; today: string } | null {
  if (!(problem instanceof ProblemError) || problem.slug !== 'text-changed') return null;
  const { before, today } = problem.facts;
  return typeof before === 'string' && typeof today === 'string' ? { before, today } : null;
}
