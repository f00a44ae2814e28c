/** The pages of a person about himself, by the id that the navigation gives. */
import type { SignedIn } from '../../../shared/model';
import { useAdminEvents } from '../admin/admin-queries';
import { SharingPage } from '../sharing/sharing-page';
import type { OwnPageId } from '../shell/pages';
import { DirectoryPage } from './directory-page';
import { ProfilePage } from './profile-page';

interface Props {
  readonly page: OwnPageId;
  readonly signedIn: SignedIn;
}

export function OwnPage({ page, signedIn }: Props) {
  useAdminEvents();
  switch (page) {
    case 'sharing':
      return <SharingPage />;
    case 'directory':
      return <DirectoryPage signedIn={signedIn} />;
    case 'profile':
      return <ProfilePage signedIn={signedIn} />;
  }
}
