import { create } from 'zustand';

export const QUESTIONS = ['goal', 'flip'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Which of its questions the panel answers; commands ask from anywhere. */
export const useQuestion = create<{ question: Question }>(() => ({ question: 'goal' }));

export function askQuestion(question: Question): void {
  useQuestion.setState({ question });
}
