#ifndef CALLBOARD_CZLIB_H
#define CALLBOARD_CZLIB_H
#include <zlib.h>
#endif
