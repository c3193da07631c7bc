import type { Language } from '../model/language.ts';

/**
 * The reasons that come with the bundled data, by what the workbook holds: the data set gives them in English, and so do
 * its exports.
 */
const IN_CHINESE: Readonly<Record<string, string>> = {
  'Platform-wide developer counts; teams or framework users, not LLM-API developers only.':
    '整个平台的开发者数，按团队或框架用户计，不限于大模型 API 的开发者。',
  'No vendor publishes monthly API calls; this is the one series measured the same way for several vendors.':
    '没有厂商公布月度 API 调用量；只有这一数列对多家厂商口径一致。',
  'Paying customers are not disclosed; tenders won come from one count for all six vendors.':
    '付费客户数未公开；中标项目数出自对六家厂商的同一次统计。',
  'Second quarter of 2025 where available; QuestMobile basis except Quark (aicpb, 2025-03) and Spark (36Kr report, month not given).':
    '尽量取 2025 年第二季度；除夸克（AI产品榜，2025-03）和讯飞星火（36氪报告，未注明月份）外均为 QuestMobile 口径。',
  'The only single table with 13 of the 14 vendors; not C-Eval/CMMLU.':
    '唯一同时列出 14 家厂商中 13 家的榜单；不是 C-Eval 或 CMMLU。',
  'Flagship chat model where published; shots differ between vendors, see each note.':
    '有公布时取旗舰对话模型；各家的示例数（shot）不同，见各条备注。',
  'Plain HumanEval only; HumanEval-Mul and EvalPlus are left out.':
    '只取原始 HumanEval；HumanEval-Mul 与 EvalPlus 不计。',
  'The longest window of any generally available model of the vendor by 2025-06.':
    '截至 2025-06，该厂商已公开可用的模型中最长的窗口。',
  'Counting rules differ between vendor lists.': '各家清单的计数规则不同。',
  'Group-wide for Huawei; mid-2025 prospectus figure for Zhipu.':
    '华为为集团口径；智谱取 2025 年年中招股书的数字。',
  'Counted from dated release lists; lower bounds are not adopted.':
    '按注明日期的发布清单计数；只给下限的不采用。',
  'Platform-level statement; depth needs an analyst.': '平台层面的说法；深度需由分析员判断。',
  'Wider than paid API revenue; the one series measured the same way for five vendors.':
    '宽于付费 API 收入；只有这一数列对五家厂商口径一致。',
  'Tender value is not ARR; one count for all six vendors.':
    '中标金额不是年度经常性收入；六家厂商出自同一次统计。',
  'Group-wide, not LLM only.': '集团口径，不限于大模型。',
  'Published families, not grants; the one series comparable across vendors.':
    '按公开的专利族计，不是授权数；只有这一数列各厂商可比。',
};

/** Why an indicator is measured as it is. What an analyst or an imported file says stays as it was written. */
export function seriesReasonInWords(language: Language, reason: string): string {
  return language === 'zh' ? (IN_CHINESE[reason] ?? reason) : reason;
}
