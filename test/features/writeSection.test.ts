import { describe, expect, it } from 'vitest';
import { writeApplications } from '../../server/src/features/writeSection.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked, reportIn } from '../support/check.ts';
import { right } from './report.ts';

describe('the paragraph written from the tables', () => {
  it('takes the place of its placeholder and agrees with the tables', () => {
    const text = right().text.replace(/全年收到政府信息公开申请.*\n/, '（请填写依申请公开情况）\n');
    const edit = writeApplications(reportIn(text));
    const written = applyEdits(text, edit === undefined ? [] : [edit]);
    expect(checked(written).findings).toEqual([]);
    expect(written).not.toContain('请填写');
  });

  it('stands beside what the drafter wrote', () => {
    const text = right().text;
    const edit = writeApplications(reportIn(text));
    const written = applyEdits(text, edit === undefined ? [] : [edit]);
    expect(written).toContain('全年收到政府信息公开申请15件');
    expect(checked(written).findings).toEqual([]);
  });

  it('is written once', () => {
    const text = right().text;
    const edit = writeApplications(reportIn(text));
    const written = applyEdits(text, edit === undefined ? [] : [edit]);
    expect(written).not.toBe(text);
    expect(written.split('办结15件，其中予以公开8件')).toHaveLength(2);
    expect(writeApplications(reportIn(written))).toBeUndefined();
  });
});
