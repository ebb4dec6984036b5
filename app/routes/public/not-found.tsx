import { refusalResponse } from '~/infra/http.server'

export function loader() {
  throw refusalResponse({ code: 'not-found' })
}

export default function NotFound() {
  return null
}
