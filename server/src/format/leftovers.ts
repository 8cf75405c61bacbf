/** What does not belong to a report and comes into drafts with it. */

/** `青澜县教育局关于报送2025年度政府信息公开工作年度报告的函`: the title of a letter, with its body, if it names one, and what it brings. */
export const letterTitle = /^(.{2,40}?)?关于(?:报送|呈报|上报|报请)(.{0,40}(?:报告|年报)》?)的(?:函|报告|请示)$/;

/** Whom a letter is to, on a line of its own: `县政府办公室：`, `市政务公开领导小组：`. */
export const salutation =
  /^[^，。；：:、\d]{0,28}(?:办公室|办公厅|领导小组|委员会|管委会|政府办?|[局厅委办]|中心|各单位|公开[科处办])[：:]$/;

/** `报送如下` (is sent up as follows): a report is published. */
export const sending = /(?:报送|呈报|上报)(?=如下)/g;
export const publishing = '公布';

/** Lines that end a letter or an issued paper: `此函`, `特此报告。`, `抄送：……`, `……2026年1月7日印发`, `（此件主动公开）`. */
export const letterLine =
  /^(?:(?:此函|此致|敬礼|特此(?:报告|函报|函告|报送|上报|汇报)|专此报告|妥否[，,]请(?:批示|审示)|以上报告[，,]请审[示阅])[。！!]?|抄送[：:].{0,80}|公开方式[：:].{0,12}|[(（]此件(?:主动公开|公开发布|依申请公开|不予公开)[)）]|.{0,40}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日印发)$/;

/** The same behind the last sentence of a paragraph: `……信息处理费。 此函`. */
export const letterEnd = /[。；\s]\s*((?:此函|特此(?:报告|函报|函告|报送|上报|汇报)|专此报告)[。！!]?)\s*$/;

/** Where the way to a web page begins inside a paragraph: `当前位置：首页……`. */
export const pageStart = /(?:(?:当前|您的|您所在的|您现在的|所在)位置)\s*[：:]/;

/** What stands on a web page between the way to it and its text; the last of them ends the page's own words. */
export const pageWords =
  /(?:相关链接|相关文档|附件下载|文件下载|打印(?:本页)?|关闭(?:窗口)?|字[体号]|分享(?:到)?|微博|微信|QQ空间|全真版|文字版|(?:浏览|阅读|点击)次数|来源|-->|20\d\d-\d\d-\d\d(?:\s\d\d:\d\d(?::\d\d)?)?)\s*[：:]?/g;

/** How the text of a report begins: there the page's words end. */
export const reportStart = /根据|按照|依据|为了|本报告|本年度报告|现将/;

/** A button of a web page on a line of its own or at its end: `附件下载`, `……2026年1月10日 附件下载`. */
export const pageButton =
  /(?:^|[\s\u3000])((?:附件下载|文件下载|下载附件|相关附件|打印本页|打印|关闭窗口|返回顶部|返回列表|扫一扫在手机打开当前页)(?:[\s\u3000]+(?:附件下载|打印本页|打印|关闭窗口|返回顶部))*)$/;

/** What chat programs say of themselves and to their users (market practice; no report speaks so to its readers). */
export const chatWords: readonly RegExp[] = [
  /希望(?:以上|这[些份篇]|本文|上述)?[^。，；]{0,12}对[您你][^。]{0,8}有(?:所)?帮助/,
  /作为(?:一[个名款])?(?:AI|人工智能|语言模型|大模型|智能助手|虚拟助手)(?:语言模型|模型|助手)?/,
  /(?:以下|下面|这)是(?:一[份篇])?(?:为[您你]|根据[您你]|按照[您你]|[您你]要)/,
  /如(?:果)?(?:[您你])?还?(?:需要?|有)[^。]{0,30}(?:告诉我|告知我)/,
  /[您你]可以根据[^。]{0,20}(?:调整|修改|补充|完善)/,
  /请(?:[您你])?根据(?:实际|具体)情况(?:进行|自行)?(?:修改|调整|补充|完善|替换)/,
  /^(?:当然(?:可以)?|好的)[，,！!](?=以下|下面|这是|我)/,
  /根据[您你](?:的(?:要求|需求)|提供的)/,
  /(?:内容|报告|文本|全文)由(?:AI|人工智能)(?:生成|撰写|辅助)/,
];
