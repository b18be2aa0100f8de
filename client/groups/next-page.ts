/** Where to go after signing in: only addresses of this client, so that no link can lead elsewhere by it. */
export function nextPage(search: URLSearchParams): string {
  const wanted = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
}
