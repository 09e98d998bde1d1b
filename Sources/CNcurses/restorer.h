// What the restorer has to know of the screen.
#pragma once

// The descriptor on which the screen is drawn; -1 for none. Nothing is drawn on it any more once the
// terminal has been given back in haste: other threads go on for a moment.
void cn_silence_at_end(int descriptor);
