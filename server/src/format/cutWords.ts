/**
 * Words of two characters that sentences of annual reports are full of: where a line ends with the first and the next one
 * begins with the second, the line was cut inside the word. None of them is what a title ends and a sentence begins with.
 * Source: the forms of both notices, the 条例 and published reports.
 */
const WORDS =
  '政府 信息 公开 申请 处理 收取 平台 监督 保障 管理 部门 单位 机关 年度 报告 问题 群众 网站 门户 发布 答复 办理 行政 复议 诉讼 ' +
  '规范 文件 制度 工作 情况 数据 统计 期限 人民 共和 中华 国务 办公 条例 规定 通知 要求 主动 依法 法规 法律 规章 内容 目录 栏目 专栏 ' +
  '渠道 形式 机制 体制 责任 追究 考核 评议 培训 审查 审核 保密 解读 回应 关切 重点 领域 建设 完善 加强 推进 提升 进一 一步 存在 主要 ' +
  '改进 措施 及时 方面 其他 需要 事项 服务 社会 公众 公民 法人 组织 自然 结转 受理 收到 收费 费用 许可 处罚 强制 事业 收入 数量 总体 ' +
  '县政 市政 区政 本局 我局 全县 全市 全区 全年 本年 上年 下年 下一 附件 下载 联系 电话 地址 邮编 邮政 编码 编制 全文 查阅 咨询 提供 ' +
  '没有 未收 不予 予以 部分 无法 按照 根据 依据 围绕 通过 开展 组成 包括 共计 累计 制作 印发 制发 废止 现行 有效 清理 更新 维护 科室 ' +
  '人员 队伍 能力 水平 质量 效率 意识 学习 贯彻 落实 实施 执行 履行 职责 领导 小组 会议 研究 部署 检查 督促 指导 协调 配合 沟通 反馈';

/** Those words. */
export const cutWords: ReadonlySet<string> = new Set(WORDS.split(' '));
