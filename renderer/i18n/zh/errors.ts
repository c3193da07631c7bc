/** One sentence for each error code; a known reason (`details.reason`) has its own under `reason`. */
export const errors = {
  code: {
    E_INPUT: '输入有误：{{message}}',
    E_NOT_FOUND: '找不到所需内容：{{message}}',
    E_CONFLICT: '工作簿刚被其他操作修改，此次更改没有写入。请查看最新内容后重试。',
    E_PRECONDITION: '现在不能执行：{{message}}',
    E_UNSUPPORTED: '不支持：{{message}}',
    E_CANCELLED: '已取消。',
    E_BUSY: '正忙，请稍后再试。',
    E_STORAGE: '无法读写工作簿文件：{{message}}',
    E_DB_TOO_NEW: '此工作簿由更新版本的衡模创建，请升级后打开。文件没有改动。',
    E_FORBIDDEN: '此操作不被允许：{{message}}',
    E_INTERNAL: '程序内部错误，更改没有写入。详情在日志中。',
  },
  lostConnection: '与后台的连接已断开，此次更改没有写入。',
} as const;
