export const common = {
  cancel: '取消',
  close: '关闭',
  dismiss: '知道了',
  reset: '还原',
  loading: '正在载入…',
  missing: '缺失',
  language: { zh: '中文', en: 'English' },
} as const;
