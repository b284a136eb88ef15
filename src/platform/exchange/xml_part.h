// One XML part of a package, element by element. Names come without their namespaces, because the
// two dialects of ECMA-376 differ in nothing else that we read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <expat.h>

#include "core/result.h"
#include "platform/exchange/package.h"

namespace xb::exchange {

class XmlAttributes {
 public:
  explicit XmlAttributes(const XML_Char** pairs) : pairs_(pairs) {}
  // Empty if it is not there.
  std::string_view operator[](std::string_view name) const;

 private:
  const XML_Char** pairs_;
};

// Told what comes. Text may come in pieces. Nothing may be thrown: expat is C.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(std::string_view /*name*/, const XmlAttributes&) {}
  virtual void end(std::string_view /*name*/) {}
  virtual void text(std::string_view) {}
};

class XmlPart {
 public:
  // `events` outlives the part.
  XmlPart(PartBytes bytes, XmlEvents& events);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  // Reads on to the next pause (true) or to the end (false). Refuses with table.xml_dtd for a
  // document type, used or not, so that no entity is ever read, and with table.malformed for what
  // is no XML or not of the kind that offices write.
  Result<bool> read();

  // For use in an event: read() returns when the event has been handled.
  void pause();

 private:
  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes);
  static void on_end(void* self, const XML_Char* name);
  static void on_text(void* self, const XML_Char* text, int length);
  static void on_document_type(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int);

  XML_Status feed();
  void stop();

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  PartBytes bytes_;
  XmlEvents& events_;
  bool paused_ = false;
  std::int64_t fed_bytes_ = 0;
  int depth_ = 0;
  bool has_document_type_ = false;
  bool stopped_ = false;  // expat may still finish the event it is in
  bool at_end_ = false;
};

// Reads all of a part that never pauses.
Result<void> read_xml(PartBytes bytes, XmlEvents& events);

}  // namespace xb::exchange
