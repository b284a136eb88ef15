#include "platform/exchange/xml_part.h"

#include <optional>
#include <utility>

#include "core/ensure.h"

namespace xb::exchange {
namespace {

constexpr int piece_bytes = 16 * 1024;
constexpr std::int64_t token_bytes_max = 1024 * 1024;  // expat holds a whole tag in memory
constexpr int depth_max = 64;                          // and each open element
constexpr XML_Char namespace_end = '|';  // stands behind the namespace, if a name has one

std::string_view local(std::string_view name) {
  return name.substr(name.rfind(namespace_end) + 1);  // npos + 1 is 0
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const XML_Char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local(pair[0]) == name) return pair[1];
  return {};
}

XmlPart::XmlPart(PartBytes bytes, XmlEvents& events)
    : parser_(XML_ParserCreateNS(nullptr, namespace_end)),
      bytes_(std::move(bytes)),
      events_(events) {
  ensure(parser_ != nullptr, "no memory for an XML parser");
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser_.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
}

Result<bool> XmlPart::read() {
  XML_Status status = XML_STATUS_OK;
  if (paused_) {
    paused_ = false;
    status = XML_ResumeParser(parser_.get());
  }
  while (status == XML_STATUS_OK && !at_end_) status = feed();
  if (has_document_type_) return refuse(Reason::invalid, "table.xml_dtd");
  if (status == XML_STATUS_ERROR) return refuse(Reason::invalid, "table.malformed");
  return status == XML_STATUS_SUSPENDED;
}

XML_Status XmlPart::feed() {
  void* piece = XML_GetBuffer(parser_.get(), piece_bytes);
  const auto count = piece != nullptr ? bytes_.read(piece, piece_bytes) : std::nullopt;
  if (!count) return XML_STATUS_ERROR;
  at_end_ = *count == 0;
  fed_bytes_ += static_cast<std::int64_t>(*count);
  const XML_Status status =
      XML_ParseBuffer(parser_.get(), static_cast<int>(*count), at_end_ ? 1 : 0);
  const bool token_too_long = status == XML_STATUS_OK &&
                              fed_bytes_ - XML_GetCurrentByteIndex(parser_.get()) > token_bytes_max;
  return token_too_long ? XML_STATUS_ERROR : status;
}

void XmlPart::pause() {
  if (stopped_) return;
  paused_ = true;
  XML_StopParser(parser_.get(), XML_TRUE);
}

void XmlPart::stop() {
  stopped_ = true;
  XML_StopParser(parser_.get(), XML_FALSE);
}

void XmlPart::on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
  XmlPart& part = *static_cast<XmlPart*>(self);
  if (++part.depth_ > depth_max) part.stop();
  if (!part.stopped_) part.events_.start(local(name), XmlAttributes{attributes});
}

void XmlPart::on_end(void* self, const XML_Char* name) {
  XmlPart& part = *static_cast<XmlPart*>(self);
  --part.depth_;
  if (!part.stopped_) part.events_.end(local(name));
}

void XmlPart::on_text(void* self, const XML_Char* text, int length) {
  XmlPart& part = *static_cast<XmlPart*>(self);
  if (!part.stopped_) part.events_.text({text, static_cast<std::size_t>(length)});
}

void XmlPart::on_document_type(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  XmlPart& part = *static_cast<XmlPart*>(self);
  part.has_document_type_ = true;
  part.stop();
}

Result<void> read_xml(PartBytes bytes, XmlEvents& events) {
  XmlPart part(std::move(bytes), events);
  TRY(part.read());
  return {};
}

}  // namespace xb::exchange
