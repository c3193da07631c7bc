export const robustness = {
  view: '稳健性',
  setup: {
    title: '不确定性来源',
    draws: '抽样次数',
    seed: '种子',
    newSeed: '换一个种子',
    run: '运行模拟',
    nothingTicked: '请至少勾选一项不确定性来源。',
    differs: '设置已改，右侧仍是按原设置得到的结果。',
  },
  field: {
    range: '请输入 {{least}} 到 {{most}} 之间的数。',
    wholeRange: '请输入 {{least}} 到 {{most}} 之间的整数。',
  },
  weights: {
    title: '权重',
    explanation: '权重是判断，不是事实：每次抽样换一组权重。',
    rule: '权重如何抽取',
    noise: {
      name: '在设定值上下浮动',
      explanation: '每个权重乘以一个随机倍数，再按同级合计还原。',
      factor: '最多浮动',
    },
    dirichlet: {
      name: '围绕设定值分布（Dirichlet）',
      explanation: '集中度越大，离设定值越近；权重为 0 的保持 0。',
      concentration: '集中度',
    },
    simplex: {
      name: '完全未知（SMAA）',
      explanation: '同级之间任何一种权重分配的机会都相同。',
    },
    keepLocks: '保持权重面板中的锁定（{{count}} 项）',
  },
  values: {
    title: '数值',
    explanation: '采用值在其可信度对应的范围内均匀抽取；是否类指标和情景中改写的数值不变。',
    high: '可信度高 ±',
    medium: '可信度中 ±',
    low: '可信度低 ±',
  },
  gaps: {
    title: '缺失值',
    explanation: '每个缺失单元格在其标准化标度上均匀抽取，而不按缺失规则处理。',
    none: '此情景中没有缺失单元格，勾选与否结果相同。',
  },
  method: {
    title: '方法选择',
    explanation: '每次抽样从勾选的做法中任取一种组合；不勾选的部分沿用工作簿的方法。',
    own: '（工作簿所用）',
    combinations_one: '共 {{count}} 种组合',
    combinations_other: '共 {{count}} 种组合',
    needsPositiveScale:
      '几何平均与调和平均只适用于大于 0 的数值：请把标准化换成 1–100 或名次，否则会被拒绝。',
  },
  part: {
    normalisation: '标准化',
    aggregation: '合成',
    missing: '缺失规则',
    treatment: '离群值处理',
    weights: '权重',
    values: '数值',
    gaps: '缺失值',
  },
  progress: {
    draws: '已抽样 {{done}} / {{draws}} 次（{{share}}）',
    samples: '已计算 {{done}} / {{runs}} 次（{{share}}）',
    share: '已完成 {{share}}',
    left_one: '约剩 {{count}} 秒',
    left_other: '约剩 {{count}} 秒',
  },
  cancelled: '已取消；显示的仍是先前的结果。',
  stale: '输入已经改变，以下是改变之前的结果。',
  runAgain: '重新计算',
  noRanked: '没有对象有名次，因此无从检验。请补充数值，或降低排名所需的覆盖率。',
  oneRanked: '只有一个对象有名次，无论什么变化它都排第一。',
  statement: {
    draws_one:
      '{{number}} 次抽样，种子 {{seed}}，情景“{{scenario}}”，引擎版本 {{engine}}。变化的是：{{sources}}。',
    draws_other:
      '{{number}} 次抽样，种子 {{seed}}，情景“{{scenario}}”，引擎版本 {{engine}}。变化的是：{{sources}}。',
    samples_one:
      '{{number}} 个样本（Saltelli 设计），种子 {{seed}}，情景“{{scenario}}”，引擎版本 {{engine}}。变化的是：{{sources}}。',
    samples_other:
      '{{number}} 个样本（Saltelli 设计），种子 {{seed}}，情景“{{scenario}}”，引擎版本 {{engine}}。变化的是：{{sources}}。',
    separator: '；',
  },
  table: {
    unit: '评价对象',
    nominal: '当前名次',
    mean: '平均名次',
    median: '名次中位数',
    rank5: '5% 名次',
    rank95: '95% 名次',
    atRank: '第 {{rank}} 名',
  },
  filter: { label: '查找评价对象', shown: '显示 {{shown}} / {{total}} 个' },
  acceptability: {
    title: '名次可接受度',
    empty: '运行模拟后，这里显示每个对象在多少次抽样中排第几名。默认设置即可直接运行。',
    ranks: '名次',
    row: '均 {{mean}}（{{low}}–{{high}}）',
    cell: '{{unit}}：{{share}} 的抽样中排第 {{rank}} 名',
    summary:
      '{{unit}}平均名次最好，{{share}} 的抽样中排第 {{rank}} 名。{{total}} 个有名次的对象中，{{steady}} 个在至少一半的抽样中保持当前名次（带框）。',
  },
} as const;
