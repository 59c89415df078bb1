import type { Period } from '../model/period.ts';

/**
 * The section `schedule` of a new `jianbao.yaml`, with comments for whoever edits it; `since` is the first report month that runs by
 * itself. All times from the deadline on are counted from it, moved forward, so that they keep their order around every holiday.
 */
export function defaultSchedule(since: Period): string {
  return `# 每月自动办理的步骤。“本月”指报告月份，“次月”指它的下一个月；时间都是北京时间。
# 时间的写法（最后写时刻）：
#   本月25日、次月5日顺延、次月5日提前           当天不上班时：顺延到其后、提前到其前最近的工作日；都不写则就在当天
#   本月最后一个工作日、次月第2个工作日、本月倒数第2个工作日
#   截止日期前3个工作日、报送期限后1个工作日     从前一天（后一天）数起，当天不算
#   报送期限顺延后1个工作日                     先顺延，再往后数
# 截止日期、报送期限、印发日期由 settings 的 cutoffDay、returnDay、issueDay 决定；没有的日子（如2月30日）按当月最后一天算。
# 工作日按国务院办公厅的放假通知；用 jianbao calendar --month ${since} 可以看到一个月的各步落在哪一天。
# 改时间不会使办过的月份再办一次；某一步不要自动办理，删去那一行即可。
schedule:
  since: ${since}          # 从这个月的月报起自动办理
  lateAfter: 6            # 比规定时间晚6小时以上才办的，记为迟办（如停机之后补办的）
  catchUp: 31             # 一步也没有办过的月份，错过31天以内的自动补办；更久的由人决定，不自动下发和催报
  steps:
    # 下发月报表给各联络员
    forms: { when: 本月最后一个工作日 09:00 }
    # 催报：只发给还没有报的。to: liaisons 发给联络员，office 告知本单位
    remind: { when: 报送期限顺延 09:00, to: liaisons }
    remind-2: { does: remind, when: 报送期限顺延后1个工作日 09:00, to: liaisons }
    escalate: { does: remind, when: 报送期限顺延后2个工作日 09:00, to: office }
    # 截止汇总。没有报齐时（missing）：publish 照发并标明“未报送”；hold 等人处理；
    # wait 等到 until，到时仍未报齐的按 then 办（publish 或 hold）
    close: { when: 报送期限顺延后2个工作日 17:00, missing: wait, until: 报送期限顺延后5个工作日 17:00, then: publish }
    # 生成送审稿并核对；截止汇总之后才会办
    draft: { when: 报送期限顺延后2个工作日 17:00 }
    # 送审签
    ask: { when: 报送期限顺延后2个工作日 17:00 }
    # 分发：审签之后才会办
    deliver: { when: 报送期限顺延后3个工作日 09:00 }
    # 归档
    archive: { when: 次月最后一个工作日 18:00 }
`;
}
