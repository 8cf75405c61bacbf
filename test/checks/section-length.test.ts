import { describe, it } from 'vitest';
import { changed, check } from '../support/check.ts';

const only = ['section-length'] as const;
const heading = '## 一、总体情况\n\n### （一）主动公开\n\n';
/** So many Chinese characters and marks. */
const said = (count: number): string => '逐项核对。'.repeat(count / 5);
describe('section one', () => {
  it('has a thousand characters at most', () => {
    check(changed([[heading, `${heading}${said(500)}\n\n`]]), [], { only });
    check(
      changed([[heading, `## ⟦一、总体情况⟧\n\n### （一）主动公开\n\n${said(800)}\n\n`]]),
      [{ code: 'section-length', severity: 'hint', message: '不超过1000字', fixes: [] }],
      { only },
    );
  });

  it('has white space, numbers and words that count little', () => {
    check(changed([[heading, `${heading}${'信息 1203456 条 https '.repeat(90)}\n\n`]]), [], { only });
  });

  it('has a preface that does not count', () => {
    const preface = `本报告根据有关规定编制，${said(800)}\n\n`;
    check(changed([[heading, `## 一、总体情况\n\n${preface}### （一）主动公开\n\n`]]), [], { only });
  });

  it('had no limit before 2021', () => {
    check(changed([[heading, `${heading}${said(2000)}\n\n`]], 'trial'), [], { only });
  });
});
