// Counts allocations by standing before glibc's allocator: these definitions win over libc's in the executable.
// What oneDNN allocates within a call, by itself or through the C++ library, is left out: it differs from CPU to CPU.

#define _GNU_SOURCE
#include "CAllocationCount.h"

#include <errno.h>
#include <link.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static _Atomic uint64_t count;

// Where the code of the libraries lies whose allocations are not counted.
static struct { uintptr_t start, end; } libraries[4];
static size_t library_count;

static int note_library(struct dl_phdr_info *info, size_t size, void *unused) {
    (void)size;
    (void)unused;
    if (!strstr(info->dlpi_name, "libdnnl") && !strstr(info->dlpi_name, "libstdc++")) return 0;
    for (int part = 0; part < info->dlpi_phnum && library_count < 4; part++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[part];
        if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
        libraries[library_count].start = info->dlpi_addr + header->p_vaddr;
        libraries[library_count].end = info->dlpi_addr + header->p_vaddr + header->p_memsz;
        library_count++;
    }
    return 0;
}

__attribute__((constructor)) static void note_libraries(void) { dl_iterate_phdr(note_library, NULL); }

static inline void counted(const void *caller) {
    for (size_t library = 0; library < library_count; library++)
        if ((uintptr_t)caller >= libraries[library].start && (uintptr_t)caller < libraries[library].end) return;
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
}

uint64_t allocation_count(void) { return atomic_load_explicit(&count, memory_order_relaxed); }

void *malloc(size_t size) {
    counted(__builtin_return_address(0));
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    counted(__builtin_return_address(0));
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    counted(__builtin_return_address(0));
    return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    counted(__builtin_return_address(0));
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    counted(__builtin_return_address(0));
    void *memory = __libc_memalign(alignment, size);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}

void free(void *memory) { __libc_free(memory); }
