import type { KeeperArea } from '~/domain/land/keeper'
import { dayToDate } from '~/domain/time/day'
import { inForceOn } from '~/infra/in-force.server'
import type { Transaction } from '~/infra/transact.server'

interface Owner {
  email: string
  fullName: string
  lang: string
}

/** What one person is told of, and where they work on it. */
export interface OwnerPost<Item> {
  owner: Owner
  area: KeeperArea
  items: Item[]
}

/**
 * Who answers for land: the developer of its zone where somebody is, else the office's case officers and heads. One
 * post a person, with all of theirs.
 */
export async function ownerPosts<Item extends { zoneId: string }>(
  t: Transaction,
  items: readonly Item[],
): Promise<OwnerPost<Item>[]> {
  const today = dayToDate(t.today)
  const grants = await t.db.roleGrant.findMany({
    where: {
      AND: [
        inForceOn(today),
        {
          OR: [
            { role: 'developer', zoneId: { in: [...new Set(items.map(({ zoneId }) => zoneId))] } },
            { role: { in: ['officer', 'head'] } },
          ],
        },
      ],
      person: { deactivatedAt: null },
    },
    orderBy: { createdAt: 'asc' },
    include: { person: { select: { id: true, email: true, fullName: true, lang: true } } },
  })
  const developed = new Set(grants.flatMap(({ role, zoneId }) => (role === 'developer' && zoneId ? [zoneId] : [])))
  const posts = new Map<string, OwnerPost<Item>>()
  for (const { role, zoneId, person } of grants) {
    const area = role === 'developer' ? 'desk' : 'office'
    const own = items.filter((item) => (area === 'desk' ? item.zoneId === zoneId : !developed.has(item.zoneId)))
    if (own.length === 0) continue
    const post = posts.get(`${area} ${person.id}`) ?? { owner: person, area, items: [] }
    post.items.push(...own.filter((item) => !post.items.includes(item)))
    posts.set(`${area} ${person.id}`, post)
  }
  return [...posts.values()]
}
