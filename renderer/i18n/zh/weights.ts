export const weights = {
  title: '权重',
} as const;
