/** One sentence or two for each reason of shared/errors: what happened, and what to do now. */
import type { ErrorReason } from '../../../shared/errors';

export const error: Readonly<Record<ErrorReason, string>> = {
  'signed-out': 'You are signed out. Sign in to go on.',
  'wrong-credentials': 'Name or password is wrong. Look whether Caps Lock is on and try again.',
  'too-many-tries': 'Too many wrong passwords. Wait {{seconds}} seconds, then try again.',
  locked: 'This window is locked. Type your password to go on.',
  'first-run-needed': 'Hearback is not set up yet. Choose an archive first.',
  'already-set-up': 'Hearback is set up already. Sign in instead.',
  'password-change-needed': 'Somebody else set your password. Choose your own first.',
  'weak-password':
    'This password is too easy to guess. Choose a longer one, as the rules beside the field say.',
  'not-found': 'This item does not exist, or it is outside your rights. Update the list and try again.',
  'too-many-names':
    'You can have {{max}} names of your own; with these there would be {{count}}. Nothing was saved.',
  forbidden: 'Your rights do not allow this. Ask your administrator if you need it.',
  'invalid-input': 'Something that was entered cannot be taken like this. Correct it and try again.',
  'unknown-method': 'Window and program do not fit together. Close Hearback and start it again.',
  'needs-window': 'This works in a window only.',
  'needs-target-folder': 'Say into which folder the file is to be saved.',
  'folder-missing':
    'This folder does not exist any more. Choose another, or connect the drive that it is on.',
  'folder-unreadable':
    'This folder may not be read. Ask the computer’s administrator for read access, or choose another.',
  'folder-empty':
    'There is nothing in this folder that Hearback can read. Choose the folder that holds the recordings.',
  'folder-is-file': 'This is a file, not a folder. Choose the folder that it is in.',
  'folder-already-source': 'This folder is a source already, or lies within one. Choose another.',
  'folder-inside-profile': 'Hearback keeps its own data here. Choose the folder that holds the recordings.',
  'zone-unknown': 'This time zone is not known. Choose one from the list.',
  'volume-away': 'The drive that holds this recording cannot be reached. Connect it and try again.',
  'volume-silent': 'The drive that holds this recording does not answer. Check its connection and try again.',
  'media-missing':
    'The file of this recording is gone from its folder. An administrator can scan the source again.',
  'media-changed':
    'The file of this recording has changed since it was scanned. Scan the source again, then play it.',
  'media-unreadable':
    'The file of this recording cannot be read. It may be damaged, or its folder may be closed to you.',
  'media-unsupported':
    'Hearback cannot play this kind of sound yet. Where you may download, save the file instead.',
  superseded: 'Something else has been asked since. Ask again.',
  'archive-read-only':
    'This recording lies on a medium that cannot be written, such as a disc. Nothing was deleted.',
  'file-protected':
    'The rights of its folder do not let Hearback delete this file. Nothing was deleted. Ask the computer’s administrator for write access.',
  'file-in-use':
    'Another program has the file of this recording open. Nothing was deleted. Close that program and try again.',
  'sample-kept':
    'The sample archive is a part of Hearback, so nothing is deleted from it. Copy its folder and add the copy as a source to try it.',
  'recording-deleted': 'This recording was deleted.',
  'lock-kept':
    'The retention lock of {{number}} over {{days}} days can be made longer, but neither shorter nor taken away. Nothing was saved.',
  'delete-under-way': 'Something is being deleted already. Wait until it is done.',
  'ticket-invalid': 'The permission to play has run out. Play the recording again.',
  'right-withdrawn': 'Your right to this recording was withdrawn, so it stopped.',
  'no-printer': 'This computer has no printer. Add one in the settings of the computer, then print again.',
  'print-under-way': 'Something is being printed already. Finish or close that print first.',
  'print-unprepared':
    'Page {{page}} could not be prepared for printing. Nothing was printed. Look at the page to see whether it is damaged.',
  'print-failed': 'The computer did not print. Check that the printer is on and has paper, then print again.',
  'name-taken': 'This name is taken. Choose another.',
  'stale-edit': 'Somebody else changed this meanwhile. Look at the new state, then make your change again.',
  'last-holder': 'Nobody else would hold this right any more. Give it to another person first.',
  'numbers-too-long':
    'The list of numbers is too long. At most 127 characters fit; nothing was cut or saved.',
  'extension-taken': 'Somebody else has this extension in that period. Change the period, or choose another.',
  'notice-not-accepted': 'Confirm the privacy notice to save a copy.',
  'file-unreadable': 'The file cannot be read. Check that it is there and that you may open it.',
  'target-exists': 'There is a file of this name already. Choose another name or folder.',
  'target-unwritable': 'Nothing can be written there. Choose another folder.',
  'disk-full': 'The disk is full. Nothing was lost. Free some space and try again.',
  'profile-newer': 'Your data was written by a newer Hearback. Install that version, or a newer one.',
  'profile-in-use': 'Another Hearback is using the same data. Close it first.',
  'profile-damaged':
    'Hearback’s own data is damaged. Restore a backup, or ask for help; the recordings are not touched.',
  'catalog-damaged':
    'The catalog was damaged and is made anew from the archive. Try again when the scan is done.',
  internal:
    'Something went wrong inside Hearback. Try again; if it happens again, send the log to your administrator.',
};
