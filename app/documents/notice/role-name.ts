import type { GrantedRole, MemberRole } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { translator } from '../translate'

/** What a role is called in a language. */
export const roleName = (role: GrantedRole, lang: Lang): string => translator(lang, 'notice')(`role.${role}`)

/** What a member of an organisation is called in a language. */
export const memberRoleName = (role: MemberRole, lang: Lang): string => translator(lang, 'notice')(`member.${role}`)
