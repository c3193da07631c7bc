export const research = {
  title: '下一步查什么',
  command: '下一步查什么：最能分清名次的缺口',
  none: '没有缺口：每个评价对象的每个指标都有采用值。',
  summary_one:
    '有 {{count}} 个缺口，最能收窄名次的是{{unit}}的“{{indicator}}”：查明后，全部名次区间的宽度合计预计缩小 {{places}} 位。',
  summary_other:
    '有 {{count}} 个缺口，最能收窄名次的是{{unit}}的“{{indicator}}”：查明后，全部名次区间的宽度合计预计缩小 {{places}} 位。',
  summaryNoRank_one:
    '有 {{count}} 个缺口。得分区间重叠很宽，单独查明任何一个都还分不清名次；下面按得分区间的缩小排列。',
  summaryNoRank_other:
    '有 {{count}} 个缺口。得分区间重叠很宽，单独查明任何一个都还分不清名次；下面按得分区间的缩小排列。',
  show: '显示哪些缺口',
  shown: {
    all: '全部 {{count}}',
    withCandidates: '已有候选 {{count}}',
    becomingRanked: '可进入排名 {{count}}',
  },
  noneHere: '没有这样的缺口。',
  column: {
    gap: '缺口',
    unit: '评价对象',
    indicator: '指标',
    places: '名次区间',
    placesMeaning: '查明后，全部名次区间的宽度合计预计缩小多少位；取值在量程内处处等可能',
    points: '得分区间',
    pointsMeaning: '查明后，这个评价对象的得分区间缩小多少分',
    coverage: '届时覆盖率',
    candidates: '未采用的候选',
    becomesRanked: '可进入排名',
  },
  candidates_one: '{{count}} 条候选未采用',
  candidates_other: '{{count}} 条候选未采用',
  becomesRanked: '查明即可进入排名（覆盖率 {{coverage}}）',
  more_one: '再列 {{count}} 个',
  more_other: '再列 {{count}} 个',
  yes: '是',
} as const;
