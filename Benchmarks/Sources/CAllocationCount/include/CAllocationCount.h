#pragma once

#include <stdint.h>

/// Number of allocations (malloc, calloc, realloc, memalign) since the process began, over all threads.
uint64_t allocation_count(void);
