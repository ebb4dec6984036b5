import { useFormat } from './format'

/** How the size of a file is written: 240 KB, 1,4 MB. */
export function useFileSize(): (bytes: number) => string {
  const { number } = useFormat()
  return (bytes) =>
    bytes < 1024 * 1024
      ? `${number(bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024)))}\u00a0KB`
      : `${number(bytes / 1024 / 1024, 1)}\u00a0MB`
}
