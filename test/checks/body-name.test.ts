import { describe, it } from 'vitest';
import { type Change, changed, check } from '../support/check.ts';

const only = ['body-name'] as const;
const heading = '# 云川市水务局2025年';
const contact = '请与云川市水务局办公室联系';
const place = '全年没有发生需要追究责任的情形。';

/** Judges the right report of a department as that of a body, with changes; what is marked is found. */
function judge(body: string, signed: string, changes: readonly Change[] = [], message?: string): void {
  const text = changed([
    [heading, `# ${body}2025年`],
    ['\n\n云川市水务局\n\n', `\n\n${signed}\n\n`],
    ...(changes.some(([from]) => from === contact) ? [] : [[contact, '请来电'] as const]),
    ...changes,
  ]);
  const marks = text.split('⟦').length - 1;
  const expected = { code: 'body-name', ...(message !== undefined && { message }) } as const;
  check(text, Array<typeof expected>(marks).fill(expected), { only });
}

describe('the signature', () => {
  it.each([
    ['云川市水务局', '⟦云川市水利局⟧'],
    ['云川市水务局', '⟦云川市水局⟧'],
    ['云川市投资促进局', '⟦云川市国有资产管理局⟧'],
    ['青澜县人民政府', '⟦望江县人民政府⟧'],
    ['青澜县卫生健康委员会', '⟦青澜县卫生和计划生育委员会⟧'],
  ])('is of another body: %s, %s', (body, signed) => {
    judge(body, signed);
  });

  it.each([
    ['云川市水务局', '云岭省云川市水务局'],
    ['云川市水务局', '云川水务局'],
    ['云川市人民政府外事办公室', '云川市外事办公室'],
    ['青澜县人民政府', '青澜县人民政府办公室'],
    ['青澜县', '青澜县人民政府'],
    ['云川高新技术产业开发区', '云川高新技术产业开发区管理委员会'],
    ['长河区人民政府', '云川市长河区人民政府'],
    ['云川市长河区人民政府望江街道', '云川市长河区人民政府望江街道办事处'],
  ])('is of the same body: %s, %s', (body, signed) => {
    judge(body, signed);
  });
});

describe('the contact line', () => {
  it.each([
    ['云川市水务局', '请与⟦青澜县教育局办公室⟧联系'],
    ['云川市水务局', '请联系⟦云川市教育局⟧（地址：望江路18号）'],
  ])('is of another body: %s, %s', (body, text) => {
    judge(body, body, [[contact, text]], '首部请读者与');
  });

  it.each([
    ['云川市水务局', '请与云川市水务局政策法规科联系'],
    ['云川市水务局', '请与市水务局办公室联系'],
    ['云川市水务局', '请与云川市政府信息公开工作领导小组办公室联系'],
    ['云川市水务局', '请与局办公室联系'],
    ['青澜县人民政府', '请与青澜县政务服务和数据管理局联系'],
  ])('is of the same body, or one that answers for it: %s, %s', (body, text) => {
    judge(body, body, [[contact, text]]);
  });
});

describe('the name in the text', () => {
  it.each(['⟦云川市水务务局⟧', '⟦云川市水勿局⟧', '⟦云川市水局⟧'])('is off by a character: %s', (name) => {
    judge('云川市水务局', '云川市水务局', [[place, `${name}${place}`]], '差一个字');
  });

  it.each(['云川市税务局', '云川市水利局', '云川水务局', '云川市水务局', '云川市水务集团'])('is right: %s', (name) => {
    judge('云川市水务局', '云川市水务局', [[place, `会同${name}办理。${place}`]]);
  });
});

describe('what a body calls itself', () => {
  it.each([
    ['云川市水务局', '⟦我委⟧及时公开信息。'],
    ['云川市水务局', '⟦我县⟧及时公开信息。'],
    ['青澜县教育局', '⟦我区⟧及时公开信息。'],
    ['青澜县人民政府', '⟦我市⟧及时公开信息。'],
    ['青澜县人民政府', '⟦我局⟧及时公开信息。'],
    ['青澜县望江镇人民政府', '⟦我街道⟧及时公开信息。'],
  ])('does not fit %s: %s', (body, text) => {
    judge(body, body, [[place, text + place]], '自称');
  });

  it.each([
    ['云川市水务局', '我局、我市及时公开信息，我委托第三方评估，“我县”一词见文件。'],
    ['青澜县教育局', '我市、我县及时公开信息，便于群众把我区分开来。'],
    ['青澜县人民政府', '我县及时公开信息，我办每季度通报。'],
    ['云川市长河区人民政府', '我区、我市及时公开信息。'],
    ['朔河自治区外事办公室', '我区、我办及时公开信息。'],
    ['云川高新技术产业开发区管理委员会', '我区、我委及时公开信息。'],
  ])('fits %s: %s', (body, text) => {
    judge(body, body, [[place, text + place]]);
  });

  it('is told once for each word', () => {
    judge('云川市水务局', '云川市水务局', [[place, `⟦我委⟧及时公开信息，我委每月核对。${place}`]], '共2处');
  });
});
