// What a file is, judged by its bytes and never by its name. Only what stands in `file_types` is
// taken; nothing is decoded or unpacked to find out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/describe.h"
#include "core/result.h"

namespace xb::files {

// What limits are set for.
enum class FileKind { image, document, text, audio, video };
BOOST_DESCRIBE_ENUM(FileKind, image, document, text, audio, video)

struct FileType {
  std::string_view name;  // its extension, and what is stored: `pdf`
  std::string_view media;
  FileKind kind;
  std::string_view other_extension;  // that a name may keep, or empty
};

std::span<const FileType> file_types();
// Null if there is none of this name.
const FileType* file_type(std::string_view name);

// Looks at the bytes of a file as they pass, and keeps no more than its two ends.
class Examination {
 public:
  // Refuses with file.type_refused as soon as it can become nothing that is taken.
  Result<void> take(std::string_view bytes);

  // What limits it has so far: a container may be any of its kinds, so the largest.
  FileKind kind_so_far() const;

  // Refuses with file.empty, file.type_refused, file.macros or file.unpacks_too_large.
  Result<const FileType*> finish() const;

 private:
  // Whether all was text so far, in one encoding or the other.
  struct Text {
    bool is_utf8 = true;
    bool is_gb18030 = true;
    int utf8_left = 0;          // bytes that a sequence still needs
    unsigned char low = 0x80;   // of the next one
    unsigned char high = 0xBF;  // of the next one
    int gb_at = 0;              // bytes of a character that have come
    bool is_four = false;       // the character has four bytes

    void take(unsigned char byte);
    bool is_broken() const { return !is_utf8 && !is_gb18030; }
    bool is_whole() const { return (is_utf8 && utf8_left == 0) || (is_gb18030 && gb_at == 0); }

   private:
    void take_utf8(unsigned char byte);
    void take_gb18030(unsigned char byte);
  };

  const FileType* by_head() const;
  bool is_text() const;
  Result<const FileType*> by_directory() const;

  std::string head_;
  std::string tail_;
  std::uint64_t bytes_ = 0;
  Text text_;
};

}  // namespace xb::files
