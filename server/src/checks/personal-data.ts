import type { Report } from '../report/model.ts';
import { masked, type PersonalNumber, personalNumbers } from '../text/identity.ts';
import { placesOf } from '../text/places.ts';
import { type Check, type Finding, finding, type Rule } from './check.ts';

const rule: Rule = {
  code: 'personal-data',
  severity: 'warning',
  title: '含有个人信息',
  summary: 'An identity number, or a mobile number that is not how to reach the body.',
  why: [
    '年度报告全文上网，写进案例、名单、附表的身份证号码和手机号码随之公开，侵害个人信息权益，也是网站检查通报的常见问题。',
    '身份证号码按校验码核对，凑巧18位的编号不提示；联系电话、咨询电话、监督电话等办公联系方式中的手机号码不提示，申请人、当事人的除外。提示中不显示完整号码。',
  ].join('\n\n'),
  basis:
    '《中华人民共和国个人信息保护法》第二十五条：个人信息处理者不得公开其处理的个人信息，取得个人单独同意的除外；《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。',
  howToFix: '没有自动修正：删去还是隐去部分数字，由填报人定。',
  examples: [
    {
      wrong: '全年没有发生需要追究责任的情形。申请人徐某（身份证号⟦990101199001010019⟧）来信致谢。',
      replaces: '全年没有发生需要追究责任的情形。',
      right: '全年没有发生需要追究责任的情形。申请人徐某来信致谢。',
      fixable: false,
    },
    {
      wrong: '配备专人引导查阅（引导员徐某⟦19900005678⟧）。',
      replaces: '配备专人引导查阅。',
      right: '配备专人引导查阅。',
      fixable: false,
    },
  ],
};

/** personal-data: numbers that tell persons; one finding for each kind. */
export const checkPersonalData: Check = { rules: [rule], run };

const names: Readonly<Record<PersonalNumber['kind'], string>> = { identity: '身份证号码', mobile: '手机号码' };

/** Characters before a number in which it is said whose it is. */
const REACH = 60;
/** `联系电话：`, `（地址：……；电话：` (how to reach a body); not of an applicant, a party, a villager. */
const CONTACT = /联系|咨询|监督|热线|传真|办公|地址|邮编|邮箱|电话[:：]|来电|致电/;
const PERSON = /申请人|当事人|投诉人|举报人|群众|村民|居民|市民|患者|学生/;

function* run(report: Report): Iterable<Finding> {
  const { uncommented: text, tables } = report;
  const cells = placesOf(Object.values(tables).map(({ span }) => span));
  const numbers = personalNumbers(text).filter(
    ({ kind, from, to }) => !(kind === 'mobile' && (isContact(text, from) || cells.touches({ start: from, end: to }))),
  );
  for (const kind of ['identity', 'mobile'] as const) {
    const [first, ...others] = numbers.filter((number) => number.kind === kind);
    if (first === undefined) continue;
    const more = others.length === 0 ? '' : `等${others.length + 1}处`;
    yield finding(rule, {
      message: `这里有${names[kind]}${masked(text.slice(first.from, first.to))}${more}，不应公开，请删去或者隐去部分数字。`,
      span: { start: first.from, end: first.to },
      related: others.map(({ from, to }) => ({
        span: { start: from, end: to },
        message: `${names[kind]}${masked(text.slice(from, to))}`,
      })),
    });
  }
}

/** Whether a number is told as that by which to reach the body. */
function isContact(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const sentence = before.slice(before.lastIndexOf('。') + 1);
  return CONTACT.test(sentence) && !PERSON.test(sentence);
}
