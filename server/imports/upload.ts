import busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from '../../shared/problems.ts';

export const MAX_FILE = 26_214_400;
export const MAX_PASTED = 5_242_880;

/** A file with the fields that came beside it. */
export interface Upload {
  name: string;
  bytes: Buffer;
  fields: Record<string, string>;
}

/**
 * Reads one file and its fields from a multipart request. Reading stops at the first byte too many.
 * @throws Problem file-too-large, invalid-input when there is no file or the form is broken
 */
export function readUpload(req: Request): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refuse = (problem: Problem): void => {
      req.unpipe(form);
      req.resume();
      reject(problem);
    };
    const broken = (): Problem =>
      new Problem('invalid-input', {
        errors: [{ path: 'file', message: 'one file in the field “file”, with the fields of the paper' }],
      });
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: req.headers,
        limits: { files: 1, fields: 10, fieldSize: 10_000, fileSize: MAX_FILE, parts: 12 },
        defParamCharset: 'utf8',
      });
    } catch {
      req.resume();
      reject(broken());
      return;
    }
    const fields: Record<string, string> = Object.create(null);
    const chunks: Buffer[] = [];
    let name: string | null = null;
    form.on('file', (field, stream, info) => {
      if (field !== 'file') return stream.resume();
      name = info.filename ?? '';
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => refuse(new Problem('file-too-large')));
      return stream;
    });
    form.on('field', (field, value) => {
      fields[field] = value;
    });
    form.on('error', () => refuse(broken()));
    form.on('close', () =>
      name === null ? reject(broken()) : resolve({ name, bytes: Buffer.concat(chunks), fields }),
    );
    req.pipe(form);
  });
}
