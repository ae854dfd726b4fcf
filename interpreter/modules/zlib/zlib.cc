// zlib: compressing and decompressing (the format of gzip and zip files), and checksums.
#include "interpreter/modules/zlib/checksums.h"
#include "interpreter/modules/zlib/stream.h"
#include "interpreter/modules/zlib/zlib_objects.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type zlib_error_type;

namespace {

constexpr NativeDescription kFunctions[] = {
    {"compress", zlib_compress, kAny, "Returns a bytes object containing compressed data."},
    {"decompress", zlib_decompress, kAny, "Returns a bytes object containing the uncompressed data."},
    {"compressobj", zlib_compressobj, kAny, "Return a compressor object."},
    {"decompressobj", zlib_decompressobj, kAny, "Return a decompressor object."},
    {"crc32", crc32_of, {1, 2}, "Compute a CRC-32 checksum of data."},
    {"adler32", adler32_of, {1, 2}, "Compute an Adler-32 checksum of data."},
};

constexpr std::pair<const char*, int64_t> kConstants[] = {
    {"MAX_WBITS", MAX_WBITS},
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", 8},
    {"DEF_BUF_SIZE", 16384},
    {"Z_NO_COMPRESSION", 0},
    {"Z_BEST_SPEED", 1},
    {"Z_BEST_COMPRESSION", 9},
    {"Z_DEFAULT_COMPRESSION", -1},
    {"Z_FILTERED", Z_FILTERED},
    {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
    {"Z_RLE", Z_RLE},
    {"Z_FIXED", Z_FIXED},
    {"Z_DEFAULT_STRATEGY", 0},
    {"Z_NO_FLUSH", Z_NO_FLUSH},
    {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
    {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
    {"Z_FULL_FLUSH", Z_FULL_FLUSH},
    {"Z_FINISH", Z_FINISH},
    {"Z_BLOCK", Z_BLOCK},
    {"Z_TREES", Z_TREES},
};

bool populate(Vm&, Module* module) {
  define_type(zlib_error_type, {.name = "zlib.error",
                                .base = &exceptions::Exception,
                                .basic_size = sizeof(BaseException),
                                .flags = kSubclassable,
                                .operations = {}});
  define_compress_type();
  define_decompress_type();
  Dict* names = module->dictionary;
  dict_set_str(names, intern("error"), Value::of(&zlib_error_type));
  for (auto [name, value] : kConstants) dict_set_str(names, intern(name), make_int(value));
  // That of Debian 12; what the host has may be younger.
  for (const char* name : {"ZLIB_VERSION", "ZLIB_RUNTIME_VERSION"})
    dict_set_str(names, intern(name), make_str("1.2.13"));
  dict_set_str(names, intern("__version__"), make_str("1.0"));
  return true;
}

}  // namespace

const ModuleDefinition& zlib_module() {
  static const ModuleDefinition module{
      "zlib", kFunctions, populate,
      "The functions in this module allow compression and decompression using the zlib library."};
  return module;
}

}  // namespace gilsim::python
