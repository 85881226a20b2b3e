import type { Concept } from "@/extraction/lexicon/lexicon"

/** What figures outside the catalogue count: they are known, so that a reviewer need not look at them. By the
 * concepts of its clause, or by words close to it (blanks between them). */
export type OutsideRule = { name: string; concepts?: readonly Concept[]; words?: string }

export const outsideRules: readonly OutsideRule[] = [
  { name: "share of a whole", concepts: ["share"] },
  { name: "rate outside the catalogue", concepts: ["otherRate", "partRate", "lossRate", "correctionRate", "successRate", "fixRate", "onTimeRate", "examRate", "coverRate"] },
  { name: "money outside the catalogue", concepts: ["otherMoney", "fine", "amount"] },
  { name: "law firms", concepts: ["lawFirm"] },
  { name: "assistants and people without certificates", concepts: ["assistant"] },
  { name: "people examined or trained for a certificate", concepts: ["exam", "joinExam", "certificate"] },
  { name: "people and patrols sent out", concepts: ["dispatch", "patrol"] },
  { name: "learning outside the catalogue", concepts: ["caseTeaching", "cadreStudy", "learn", "centreGroup", "preMeetingStudy"] },
  { name: "meetings outside the catalogue", concepts: ["otherMeeting", "meeting", "forum", "consultation", "workReport"] },
  { name: "papers outside the catalogue", concepts: ["otherPaper", "write"] },
  { name: "inhabitants outside the catalogue", concepts: ["otherPopulation"] },
  { name: "groups within villages", concepts: ["hamlet"] },
  { name: "suits outside the catalogue", concepts: ["otherSuit"] },
  { name: "outcomes and stages of cases", concepts: ["refuse", "closeCase", "disclosureReply", "milder", "revoked", "fail"] },
  { name: "advisers and lawyers outside the catalogue", concepts: ["lawyer", "adviser", "villageAdviser"] },
  { name: "things outside the law", concepts: ["foreign", "notLaw"] },
  { name: "powers and lists", words: "权力 行政强制 行政奖励 行政确认 行政征收 行政裁决 行政处罚 处罚权 检查权 强制权 许可 赋权 清单 事项 目录 制度 机制 措施 举措 任务 指标 条款 标准 流程 环节 做法 经验 课题 专题 服务项目 便民 权责" },
  { name: "publicity by other means", words: "横幅 标语 条幅 展板 展架 板报 微电影 视频 短片 推文 公众号 微信 阅读 点击 播放 转发 海报 广播 电子屏 显示屏 直播 短信 信息 稿件 简报 案例 节目 作品 浏览 关注 观看 宣传栏 墙 阵地" },
  { name: "places and facilities", words: "公园 广场 长廊 书屋 驿站 工作站 工作室 服务站 服务点 站点 点位 中心 基地 平台 窗口 咨询台 摊位 劝返点 阵地 场所 街区 示范点 联系点 设备 系统 监控 法庭 设施 图书角 书柜" },
  { name: "bodies and teams", words: "科室 办公室 部门 单位 机构 队伍 小组 分队 大队 中队 小分队 组织 网格 支部 协会 商会 团队 学校 医院 合作社 农户 站所 专班 党委 党组织" },
  { name: "people outside the catalogue", words: "编制 退出 参演 参观 专干 编内 借调 网格员 志愿者 党员 干部 队员 代表 协理员 公职人员 学生 村民 群众 人员 职工 教师 师生 对象 骨干 委员 负责人 家庭 老人 未成年人 学员 居民 户 矫正 刑满 吸毒 农民工 队长 书记 主任 带头人 副校长" },
  { name: "cases outside the catalogue", words: "公证 仲裁 鉴定 案件 案例 公示 归档 教育改正 劝导 纠正 救助 帮扶 代理 值班 坐班 违法 违建 线索 警情 电话 来电 接待 出动 流转 办件 工单 诉求 文书 告知书 承诺书 责任书 决定书 通知书 意见书" },
  { name: "activities outside the catalogue", words: "活动 行动 演出 比赛 竞赛 课程 巡查 走访 慰问 排查 整治 体检 服务 调研 督查 督导 考核 评比 检查 指导 宣讲 宣传 学习 研讨 交流 评议 通报 会议 会商 测试 测评 谈话 约谈 上门" },
  { name: "honours and ranks", words: "荣获 获评 表彰 先进 称号 排名 位列 第一 名列 优秀 奖" },
  { name: "problems outside the catalogue", words: "问题 短板 不足 困难 建议 意见 需求 难题 风险" },
  { name: "area and things", words: "面积 公里 平方 占地 道路 车辆 设备 房屋 土地 台账 档案 项目 工程 产品 资金 物资 台" },
] // biome-ignore format: a table
