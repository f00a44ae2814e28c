/** The service rights by the component that they belong to, in the order of the matrix. */
import type { ServiceRight } from '../../../../shared/user-settings';

export const COMPONENTS = [
  { id: 'mediaManager', rights: ['mediaManagerAdministrator', 'mediaManagerStandard'] },
  { id: 'webControl', rights: ['webControlSecurity', 'webControlAdministrator'] },
  { id: 'managementApi', rights: ['managementApiRead', 'managementApiWrite'] },
  { id: 'reporter', rights: ['reporterAdministrator'] },
  { id: 'voicemailPro', rights: ['voicemailProBasic', 'voicemailProStandard', 'voicemailProAdministrator'] },
  { id: 'oneXPortal', rights: ['oneXPortalAdministrator', 'oneXPortalSuperUser'] },
  { id: 'webRtcGateway', rights: ['webRtcGatewayAdministrator'] },
  { id: 'others', rights: ['oneXCtiApi', 'adjunctServerConnection', 'turnServerConnection'] },
] as const satisfies readonly { readonly id: string; readonly rights: readonly ServiceRight[] }[];
