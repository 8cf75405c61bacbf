import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './files.ts';

/**
 * Replaces the contents of a file at once: whoever reads it sees the old or the new ones, also when the power fails.
 * Its mode is kept; a link stays, what it leads to is written.
 * @param before what the file must still hold: what another program has written meanwhile is not overwritten
 * @returns why it could not be done, where it could not; then the file is as it was
 */
export function replaceFile(file: string, before: Uint8Array, after: Uint8Array): string | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(file);
    const { mode, uid, gid } = statSync(target);
    // A new file could take its place all the same; and the administrator may write what nobody should.
    accessSync(target, constants.W_OK);
    if ((mode & 0o222) === 0) return REASONS.EACCES;
    if (!readFileSync(target).equals(before)) return '读取之后文件已被改动 changed since it was read';
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
    write(temporary, after, { mode, uid, gid });
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    return reasonOf(error, REASONS);
  }
}

/**
 * Writes a file that is not there yet.
 * @returns why it could not be done, where it could not; then there is no file
 */
export function createFile(file: string, bytes: Uint8Array): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'wx');
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
    return undefined;
  } catch (error) {
    if (descriptor !== undefined) rmSync(file, { force: true });
    return reasonOf(error, { ...REASONS, EEXIST: '文件已存在 it is there', ENOENT: '没有这个文件夹 no such folder' });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Replaces the contents of a file at once, whatever they are.
 * @returns why it could not be done, where it could not; then the file is as it was
 */
export function overwriteFile(file: string, bytes: Uint8Array): string | undefined {
  try {
    return replaceFile(file, readFileSync(file), bytes);
  } catch (error) {
    return reasonOf(error, { ...REASONS, EISDIR: '是文件夹 it is a folder' });
  }
}

const REASONS = {
  EACCES: '没有写入权限 permission denied',
  EPERM: '没有写入权限 permission denied',
  EROFS: '没有写入权限 read-only file system',
  ENOSPC: '磁盘已满 no space left',
} as const;

interface Owned {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

function write(file: string, bytes: Uint8Array, { mode, uid, gid }: Owned): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, bytes);
    keepOwner(descriptor, uid, gid);
    fchmodSync(descriptor, mode & 0o7777);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only the administrator can give a file to another: whoever else may write it becomes its owner. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // The contents matter more.
  }
}
