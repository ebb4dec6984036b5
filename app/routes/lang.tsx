import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { isLang } from '~/domain/text'
import { refusalResponse } from '~/infra/http.server'

export function loader({ params }: LoaderFunctionArgs) {
  if (!isLang(params.lang)) throw refusalResponse({ code: 'not-found' })
  return null
}

export default function LanguageSegment() {
  return <Outlet />
}
