import { useMutation } from '@tanstack/react-query';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { getBytes } from '../base/http.ts';

/** What a version can be had as: to read, as plain text, and as the bytes that are hashed. */
export const exportFormats = ['docx', 'md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const mediaTypes: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  json: 'application/json',
};

/**
 * Fetches a version as a file and gives it to the browser to keep. It is fetched here, not by a link, so that
 * a refusal (too many exports a minute) is told on the page instead of replacing it.
 */
export function useExport(version: VersionSummary, symbol: string) {
  return useMutation({
    mutationFn: async (format: ExportFormat) => {
      const { bytes, headers } = await getBytes(`/api/versions/${version.id}/export.${format}`);
      const name = namedIn(headers) ?? `${symbol.replaceAll('/', '-')} ${version.name}.${format}`;
      keepAs(new File([new Uint8Array(bytes)], name, { type: mediaTypes[format] }));
      return name;
    },
  });
}

/** The file's name as the server gives it: RFC 6266, the encoded form before the plain one. */
function namedIn(headers: Headers): string | null {
  const told = headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1];
  const plain = /filename="([^"]+)"/i.exec(told)?.[1];
  try {
    return encoded === undefined ? (plain ?? null) : decodeURIComponent(encoded);
  } catch {
    return plain ?? null;
  }
}

function keepAs(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the bytes after the click; it has begun long before a minute is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
