import Markup

/// Proposals of the box at the top as lines of a combobox: each leads to its own page. A fragment without a frame.
struct SearchSuggestionLines {
  var suggestions: SearchSuggestions

  var html: HTML {
    let lines = suggestions.items.map { item -> HTML in
      let code: HTML = item.code.isEmpty ? .empty : "<b>\(item.code)</b> "
      return """
        <li data-value="\(item.name)" data-path="\(item.path)">\(code)\(item.name) <span class="hint">\(item.note)</span></li>
        """
    }
    return "\(lines)"
  }
}
