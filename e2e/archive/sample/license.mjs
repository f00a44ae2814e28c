// The note that lies beside the sample archive and says where its voices come from.

export const LICENSE = `The sample archive of Hearback

All voices in these recordings are synthetic. They were spoken by espeak-ng, filtered by sox and encoded by sox,
ffmpeg and libtiff, from scripts written for Hearback (e2e/archive in its sources makes the whole archive again).
No real person speaks here, and no real call was recorded.

All people, companies, orders and addresses are invented. Telephone numbers outside the invented company come from
ranges that regulators keep for films and books; the company's own numbers are made up.

To the extent possible under law, the authors of Hearback have waived all copyright and related or neighbouring rights
to the contents of this folder (CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/). Where that is not
possible, the MIT licence of Hearback applies.
`;
