import { now } from '~/infra/clock.server'
import { keepUntil } from '~/infra/http.server'
import { robots } from '~/queries/report/robots.server'

export const loader = () =>
  new Response(robots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8', ...keepUntil(now()) } })
